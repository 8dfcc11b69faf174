"""Coverage-guided fuzzing of the engine: ``make fuzz``. Findings become tests in tests/test_guards.py."""
