"""The limits of what is read, each in one place, so that no file takes all memory or minutes.

They are far above what people draw, photograph or train. ``docs/limits.md`` lists them for users.
"""

# --- Files, in bytes
# 64 million float32 parameters: some hundred times the largest network of the book.
MAX_WEIGHTS_BYTES = 256 << 20
# The facts of a file. Parsed JSON takes up to 30 times the memory of its text.
MAX_FACTS_BYTES = 1 << 20
# The largest network, 200 layers, takes a tenth of it.
MAX_SETTINGS_BYTES = 256 << 10
MAX_IMAGE_BYTES = 100 << 20
# Of these Pillow reads a list where one number should be, which takes a microsecond a byte. The small picture that a
# camera adds has some 100 kB.
MAX_AVIF_BYTES = 16 << 20
MAX_EXIF_BYTES = 1 << 20
# More than the largest drawing within the limits below takes: as JSON, and with the curves or pixels.
MAX_DRAWING_BYTES = 16 << 20
# Parameters, the arrays of the optimiser, and the losses.
MAX_CHECKPOINT_BYTES = 1 << 30
MAX_RUN_BYTES = 512 << 20
# Pen strokes, unpacked.
MAX_PEN_BYTES = 512 << 20
# Kaggle's CSV of 70,000 images has 128 MB, and one of floats four times that.
MAX_DATA_BYTES = 4 << 30
# 70,000 images as float64, with room.
MAX_ARRAYS_BYTES = 1 << 30

# How many times larger a zip file may get unpacked; up to ANY_RATIO_BYTES every ratio is accepted.
MAX_COMPRESSION_RATIO = 100
ANY_RATIO_BYTES = 256 << 20
# The same for data packed with gzip, and for CSV files in a zip file: they are parsed while they are unpacked. A CSV
# file of MNIST gets 9 times larger, and one of pixels that are 0 or 1 some 25 times. And for an .npz file of weights.
ANY_STREAM_RATIO_BYTES = 32 << 20
MAX_STREAM_RATIO = 60

# --- Drawings
MAX_POINTS = 200_000
MAX_STROKES = 2_000
# Length of all strokes, in sizes of the drawing. Minutes of scribbling are shorter; more would only cost time.
MAX_LENGTH = 1_000
# Of a file of pen strokes.
MAX_DRAWINGS = 250_000
MAX_FILE_POINTS = 20_000_000
# Length of all its strokes, in sizes of their drawings: a digit has 2.5.
MAX_FILE_LENGTH = 2_000_000
# Each one takes 200 bytes in memory, also an empty one.
MAX_FILE_STROKES = 500_000
# Canvas units: a point farther from the canvas is an error.
MAX_COORDINATE = 1e6

# --- Images
MAX_PIXELS = 50_000_000
# Of a JPEG that is decoded reduced, which one of several scans is not: phones write up to 200 million.
MAX_JPEG_PIXELS = 205_000_000
# Pixels: a side of a panorama.
MAX_SIDE = 30_000
# Of a JPEG: a progressive one of a camera or a program has about ten, and each is as slow as a whole image.
MAX_SCANS = 100
# Pixels times scans of a JPEG.
MAX_SCANNED_PIXELS = 500_000_000
# Of PGM and PPM files that are text, or have another largest value than 255 or 65,535: they are read pixel by pixel.
MAX_SLOW_PIXELS = 1_000_000
# Of computing, for one image. Good ones take up to 2.5 on a fast machine: 50 million pixels of 16 bits, as PNG.
MAX_IMAGE_SECONDS = 5.0
# Of a dataset: 784 MB. The largest set of digits that people use, EMNIST, has 814,255.
MAX_IMAGES = 1_000_000
# Of a folder of images: 157 MB, and minutes of reading.
MAX_FILES = 200_000

# --- Networks
MAX_LAYERS = 200
MAX_INPUTS = 65_536
MAX_UNITS = 65_536
MAX_FILTERS = 4_096
# Of a network that is trained.
MAX_PARAMETERS = 50_000_000
# Activations of one input, over all layers; a network that predicts allocates buffers of fifty times that.
MAX_ACTIVATIONS = 500_000
# Numbers of an image that a Convolution layer has padded.
MAX_PADDED = 2_000_000
# Those of a mini-batch: 1 GB, and as much again for the gradients.
MAX_BATCH_NUMBERS = 250_000_000
# Of a training that is resumed: earlier versions allowed more.
MAX_RESUMED_NUMBERS = 1_000_000_000

# --- Trainings
# The loss of each iteration stays in memory: four bytes.
MAX_ITERATIONS = 100_000_000
# Each takes up to a kilobyte of memory: so there are fewer in a run's file, which may be a stranger's.
MAX_EVALUATIONS = 2_000_000
MAX_FILE_EVALUATIONS = 200_000
# Of a run in a file, which others may have made: 167 epochs of MNIST in mini-batches of one image.
MAX_FILE_LOSSES = 10_000_000
# Of any hyperparameter: all whole numbers up to it are exact as floats.
MAX_WHOLE = 2**53
# Scores of a run or of weights.
MAX_SCORES = 32

# --- Texts
# Digits of a number in a settings file. Python itself refuses more than 4,300.
MAX_DIGITS = 1_000
# Dots in a line of a settings file: TOML's reader takes the square of the parts of a key.
MAX_KEY_PARTS = 50
