"""The images of a stored run, as they were when it was trained."""

from engine.data.dataset_summary import Loaded
from engine.errors import DataError
from engine.i18n import tr
from engine.runs import Run
from engine.train.state import fingerprint
from gui.training.data.dataset_cache import Progress, cache


def load_images(run: Run, progress: Progress) -> Loaded:
    """Load the images that a run was trained on. Any thread may call it.

    Raises:
        DataError: they are not on this computer, or there are other ones in their place: what a network makes of those
            says nothing about its training.
    """
    source = run.image_source
    loaded = cache.load(str(source), progress)
    # Another computer may round a pixel of the synthetic digits differently. MNIST takes a twentieth of a second.
    is_exact = source.kind != "starter" or not run.imported
    if is_exact and fingerprint(loaded.train) != run.data.fingerprint:
        raise DataError(
            tr(
                "The images have changed since “{0}” was trained. Its errors and layers can only be shown on the same "
                "images.",
                run.name,
            )
        )
    return loaded
