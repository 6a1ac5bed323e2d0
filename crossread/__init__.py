"""Crossread reads many reports of one story side by side and makes a dossier of them."""
