"""The desk: `streamlit run app.py`. The router alone; every page draws its own frame (core.ui says why)."""

import streamlit as st

from core.ui.sidebar import PAGES

st.navigation(
    [st.Page(f"pages/{page}.py", title=page, url_path=page, default=page == "overview") for page in PAGES],
    position="hidden",
).run()
