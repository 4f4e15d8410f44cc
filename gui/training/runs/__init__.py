"""The list of runs: every training that is kept, to inspect, compare, use and resume."""
