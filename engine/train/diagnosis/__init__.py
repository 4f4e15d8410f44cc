"""Why a network does not learn: one cause, from the numbers of its training; nothing where it learns."""

from .advice import Advice as Advice
from .watch import Diagnosis as Diagnosis
