"""For all tests: a property is tried as long as it takes, since the first example may load a library."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
