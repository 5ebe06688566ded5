"""Figures compared, in one pipe of six steps: each adds its columns and gives the frame back."""

from lib import benchmarks, changes, memory, peaks, signals, targets, travel


@memory.remembered
def compare(figures, settings):
    """The figures with target and colour, direction of travel, benchmarks, signal and changes. Nothing downstream does arithmetic."""
    return (figures
            .pipe(targets.add, settings)
            .pipe(travel.add, settings)
            .pipe(benchmarks.add, settings)
            .pipe(changes.add)
            .pipe(peaks.add)
            .pipe(signals.add))
