"""The command line: options to typed values, one pipeline call, print, exit code."""
