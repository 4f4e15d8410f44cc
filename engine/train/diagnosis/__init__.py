"""Why a network does not learn: one cause, from the numbers of its training; nothing where it learns."""

from engine.train.diagnosis.advice import Advice as Advice
from engine.train.diagnosis.watch import Diagnosis as Diagnosis
