"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# The same examples on every run, and no clock: a slow machine is no bug.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
