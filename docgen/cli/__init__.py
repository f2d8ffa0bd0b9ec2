"""The command line: asks, calls one service, words the answer."""
