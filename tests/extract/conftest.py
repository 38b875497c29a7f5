"""Makes `layouts`, beside this file, importable from the tests below it too."""
