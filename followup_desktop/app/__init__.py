"""The wiring room: brings the store, the services and the windows together, and nothing else does.

What isn't needed for the first paint is imported after it, in the functions that need it.
"""
