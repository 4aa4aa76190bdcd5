"""What Tasrih knows of the world and the language: commented YAML files, each with a module that reads and checks it.

A fact belongs here, with the reason beside it; never an Arabic word in an `if`.
"""
