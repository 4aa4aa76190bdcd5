"""What Tasrih knows about the world and the language: commented YAML files, each read and checked by the module of its name.

A fact belongs here, with the reason beside it; never an Arabic word in an `if`.
"""
