"""The words every room shares. Imports nothing of ours."""
