"""The list of runs: every training that is stored, to inspect, compare, use and resume."""
