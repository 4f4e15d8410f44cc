"""The user's handwriting: labelled drawings are kept, and a network is fine-tuned on them."""
