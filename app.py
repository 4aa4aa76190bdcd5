"""The desk: `streamlit run app.py`."""
