"""Imports a retailer's own data into a catalog."""
