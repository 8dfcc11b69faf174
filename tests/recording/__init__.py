"""Tests of netsheet/core/recording."""
