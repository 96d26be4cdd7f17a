"""The groups of the `aislewise` command: thin layers over the rooms."""
