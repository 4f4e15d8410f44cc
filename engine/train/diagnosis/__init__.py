"""Why a training goes nowhere: one cause, the true one, from numbers that the training has; nothing where it learns."""

from engine.train.diagnosis.advice import Advice as Advice
from engine.train.diagnosis.watch import Diagnosis as Diagnosis
