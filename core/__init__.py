"""Tasrih's core: articles in, a queryable index of who said what out. Nothing here but `core.ui` knows streamlit."""
