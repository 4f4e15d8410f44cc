<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name></name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images, drawings, weights, training data, runs or settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image of a digit, or a saved drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;aste image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an image of a digit from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing as an image or as strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the weights of a network from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the weights of the current network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the next digit of a number: the bars and the pages show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the digit before it: the bars and the pages show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;input image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the 28 × 28 pixels that the network gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ten probabilities as lines for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One st&amp;ep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on one mini-batch, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One ep&amp;och</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training and keep its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the settings of a training from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings of the training to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download MNIST…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the 70,000 digits of MNIST (11 MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;1 step a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;5 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;25 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 &amp;epoch a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the drawing tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the training tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen, large enough for a classroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enlarge the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the window with the card that has the focus, or go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what can be done here, all shortcuts, and a glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the five most important places of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what this program is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing with the label {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how fast the network is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error in the program: {0}. Your drawing and your weights are still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} This file was used last time; the shipped network is used now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all digits about equally likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure, perhaps {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax turns the ten numbers into probabilities with the sum 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  channel {1}, row {2}, column {3}, {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pixel of the network&apos;s input: 0 is black, 1 is white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each input is multiplied by its weight. The sum of the products, plus the bias b, is the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch and filter: numbers at the same place are multiplied. All products are summed, plus the bias b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest number of the window is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean μ and the variance σ² are running averages from the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout leaves out neurons in training only. In prediction all numbers are scaled instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  digit {1}, softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  neuron {1} of {2}, {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  input pixel in row {1}, column {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row, column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel, row, column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU keeps positive numbers and replaces negative ones by 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sigmoid turns every number into one between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh turns every number into one between −1 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys: next number. Esc: close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the calculation (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys: pixel. Page Up/Down: channel. Esc: close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a neuron, or a pixel of a map, to see how its number comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit to see how {0} comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The softmax of the ten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the input and of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more channels: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs, weights and products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. By keys: the arrow keys move a pen over 28 by 28 units, with Shift by four; Home, End, Page Up and Page Down move it diagonally. Space puts it down and lifts it again, Escape lifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit from 0 to 9 here
or drop an image of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True label: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: draw a digit on the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the current network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thick your line looks. The network always gets the same width: that is part of the preprocessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink on this image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted as {0} ({1} %) by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not sure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (pred. {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure, perhaps {0} ({1} %), by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which drawings are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen strokes (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exported to “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit and press its key: it is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} selected. A digit&apos;s key relabels them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawings, {0} of the validation split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is fine-tuned; none of your drawings was in the validation split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawings: none in the validation split yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune on my handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running: the network can be fine-tuned when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is fine-tuned: {0} of {1} correct before, {2} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took {0} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep some drawings first: five of each digit are a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network could not be fine-tuned because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for fine-tuning: close other programs, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep more drawings: none is in the validation split yet, so no accuracy could be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is trained with {0} of your drawings, mixed with digits it knows. The other {1} are never used for training: they measure the accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing other digits for the training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the accuracy before…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the accuracy after…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning failed: the loss diverged. The network has not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process was ended from outside, perhaps because memory was short. The network has not changed: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All drawings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did you draw? Click it here, or press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digit is in the coloured frame? Click it here, or press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawing is kept yet. Labelled drawings are kept, on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I drew {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image of a digit, or a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and drawings ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image on the clipboard: copy one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG image (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s input is on the clipboard: an image of 28 × 28 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten probabilities are on the clipboard: lines for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pen is lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move a pen (Shift: further),
Space puts it down and lifts it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} right, {1} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pen is down: {0} right, {1} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max {0} × {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left and right arrow keys go from layer to layer, up and down through its numbers, with Shift through the pixels of a map. Return opens the layer or shows the calculation of a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a number to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left and right arrow keys go to the layer before and after, Escape back to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the network (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x × W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s numbers as images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys go from image to image, with Shift from number to number. Return chooses an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron {0}: the sum is {1}, without b. Blue reduces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange weights are positive, blue ones negative. Point at a number to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit to see the output of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a neuron to see its number, click it for its calculation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Click to open this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a number to see where it comes from, click it for its calculation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a name to open the layer. Orange is positive, blue is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left and right arrow keys go from neuron to neuron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: its activations appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x × {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest of {0} × {1} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest products: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest sums of maps: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number-{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit-{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange ink supports {0}, blue ink opposes it. Together {1}: its logit, compared with a black image&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What supports the digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit&apos;s logit is the output of its neuron, before softmax makes probabilities of all ten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What supports {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted as {0} ({1} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pixels decide?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: its pixels are coloured by what they contribute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure, perhaps {0} ({1} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would make it {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither network is sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of them is sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They disagree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %  ·  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is the network in use: choose another one to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit: both networks predict it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a second network: it predicts every drawing, too, and its bars are beside the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction could not be explained because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages about the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST&apos;s digits were cropped, scaled to 20 × 20 and centred by mass. Switch a step off and see what the network predicts then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ink&apos;s box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled to 20 by 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing as the network gets it: 28 by 28 pixels, centred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars of the other colour are the prediction {0}. Most programs that recognise digits badly leave this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop the ink out of the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale it to fill 20 × 20 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put its centre of mass into the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is not sure of this drawing, nor of {0} of {1} shifts (grey). The others show their prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys go from shift to shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not sure, perhaps {1} ({2} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifted, it is still predicted as {0} for {1} of {2} shifts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is not sure of this drawing, however it is shifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction for every shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} ({2} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image has no strokes to transform: draw a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction for every shift by up to 8 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit, then transform it: when does the prediction change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position and size change nothing, because the ink is cropped, scaled and centred first: switch that off on the first page, and they do. Rotation, thickness and jitter always count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit {0}: perhaps {1} or&#xa0;{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network predicts the number {0}, but is not sure of digit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network predicts {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several lines? Write all digits on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network predicts the number {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or else {0}, {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps {0} or&#xa0;{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is not sure: perhaps {0} or {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for both digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for all {0} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours: {0} of {1} correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All digits are about equally likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not recognise a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} %. {2}: {3} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No digit yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help – Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here? A tour shows five places in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Digit Lab {0}&lt;/h3&gt;&lt;p&gt;Draw a digit, watch a neural network predict it, train your own.&lt;/p&gt;&lt;p&gt;Based on &lt;i&gt;Deep Learning from Scratch&lt;/i&gt; by Saito Koki. MIT licence.&lt;/p&gt;&lt;p&gt;Python {1}, NumPy {2}, Qt {3}&lt;/p&gt;&lt;p&gt;Your drawings and runs: {4}&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pen; with Shift in larger steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pen down, or lift it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network, images and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back: leave a large view, the presentation or the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry contains “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit with the mouse, a finger or a pen. It is predicted while you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten probabilities, one for each digit. The highest one is the prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what happens between your drawing and the answer: every layer, every neuron, and which pixels matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data, a network and an optimiser here, then start. Your drawing is predicted with the network while it is being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one mini-batch at a time, or slowly enough to watch. The slider goes back to earlier epochs. Help is in the menu, or press F1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the plane is folded, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how the first layer moves the points of the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: move the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: turn the line at one end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: turn the line at the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right for {0}: {1} of 4 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line of the perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the line at one end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the line at the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With w1 = w2 = 0 there is no line: y is the same everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0}, loss {1}: {2} of 4 rows are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two layers as a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stuck. Try another seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three layers do what one does: c = c1 c2 c3 = {0}, the dashed line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With these weights the result is the same for every x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result bends. No single layer c x, the dashed line, can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only 0 or 1. On both sides the slope is 0, at 0 there is none: a small change of a weight changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 0 and 1. The slope is 0.25 at most, and almost 0 far from the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 on the left, x itself on the right. There the slope stays 1, however large x is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between -1 and 1, and steeper than sigmoid: in the middle the slope is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in goes out. Choose Three layers to see why hidden layers need another h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a{0}[{1}] = {2} = {3}. z{0}[{1}] = sigmoid({3}) = {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network with its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x[{0}] = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y[{0}] = {1} = {2}. The output layer has the identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample_weight.pkl…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the weights that the book gives to its readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per second against the batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of 784-50-100-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped with Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start both sides, one after the other, and compare the clocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding differs: {0} and {1} are correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not of a network 784-50-100-10 with sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs, but is it meant? {0} W{1} has 1 column: NumPy repeats it for the {2} numbers of b{1} (broadcasting).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {2} columns, but W{1} has {3} rows. They must be equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} W{1} has {2} columns, but b{1} has {3} numbers. They must be equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs, but b{0} has only 1 number: NumPy adds it to all {1} columns (broadcasting). Each neuron should have a bias of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {2} numbers, but W{1} has {3} rows. They must be equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose: rows become columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shapes fit: y is {0}, a row for each image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shapes fit: y is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input x: 2 numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a1 = x W1 + b1, z1 = sigmoid(a1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a2 = z1 W2 + b2, z2 = sigmoid(a2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = z2 W3 + b3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0}, column {1}: x_{2}[{3}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image, pixel by pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images from this one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} / 255 = {2:.4f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a pixel of the image, or go to it with the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: shape {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probabilities add up to 1. For softmax only the differences of scores count, for x / sum ratios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add to all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp({0}) is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf. softmax subtracts the largest score first, so that its largest exp is exp(0) = 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every exp is 0, too small for a float64: the naive softmax divides 0 by 0. softmax does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the exp is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf, which gives 0. softmax subtracts the largest score first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the scores is 0: x / sum divides by 0. The sum of the exp is always above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A high temperature makes the probabilities more equal; a low one, the largest still larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x / sum gives values below 0 or above 1. exp makes every score positive, so softmax does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>naive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x / sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax_naive, score {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax, score {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x / sum, score {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of gradient descent on x0² + x1²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance from the minimum after each step, as a power of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on its way: each step goes against the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate, from 1e-10 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ explodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ converges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {0} steps: x = ({1}), f(x) = {2}. {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It exploded. So far away, x + h and f are rounded so much that the numerical gradient is wrong, or even 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It explodes: each step jumps over the minimum and lands farther away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It converges: it is at the minimum, almost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step jumps over the minimum to the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It crawls: the steps are too small to be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation is about {0} times faster, and its derivatives differ by at most {1}. In {2} the numerical gradient gets through {3} iterations here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of both gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring: {0} of {1} parameters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numerical gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a notebook: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click Measure to time both gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy, squared error and accuracy over the probability of the right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y of the right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t as a label and one-hot:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function, its tangent, and the line through the two points of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error of the derivative for each h, both as powers of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line through both points is not the tangent yet. Half of h gives about half of the error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>central difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent of h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance from x, in h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numerical {0}, exact {1}, error {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An integer array keeps no fraction: {0} is stored as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference is exactly 0: no {0} number is that close to x, so x + h is rounded to x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All digits are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two values of f agree in {0} of their {1} digits. These digits cancel: the derivative has only the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line through both points is not the tangent yet. Half of h gives about a quarter of the error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An integer array keeps no fraction: {0} is stored as {1}, and {2} as {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to step {0} of {1} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network, with values and gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y − t of class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: t is 1 for the true label, else 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at an edge or a neuron to see its numbers; click a weight to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine1: dW is doubled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine1: db is the mean, not the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation: the gradient passes unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine2: W is not transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine2: dW is doubled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss: not divided by the batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss: y instead of y − t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the gradient of {0} into the field, then Return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward: each circle computes its output from its inputs, from left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All: {0} = {1}. Sigmoid.backward: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not right yet. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: the gradient of {0} is {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of apples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price of an apple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price of an orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of oranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tax factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the apples cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the oranges cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what both cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× gives each input the gradient from the right, times the other input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ passes the gradient from the right on to each input, unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp multiplies the gradient from the right by its own output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/x multiplies the gradient from the right by −(output)².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apple price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orange price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tax factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right. {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are wrong: the mistake is between the weights of Affine2 and those of Affine1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break a layer without saying which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked with a batch of four inputs. Which layer is broken?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer is broken. Which parameters are wrong? Press the layer that explains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are right: the tiny differences come from h and from the 1e−7 in the book&apos;s logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {0} is wrong: what goes on to the left is right, so the mistake is in {0} itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are wrong: the mistake is at the right end, where the backward pass starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numerical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Secret fault” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: a mistake in {0} would make other parameters wrong. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From dW1 and db1 alone, it could be the activation or the dx of Affine2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where a is above 0, else 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times z (1 − z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward starts with the input x = {0}. Go on with Next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine: a = x W1 + b1 = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: z = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine: the scores s = z W2 + b2 = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax: y = {0}. Cross entropy: L = −log {1} = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward: the gradient of the scores is y − t = {0} − {1} = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine: dW2 = zᵀ ds = {0}, db2 = ds = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine: dz = ds W2ᵀ = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: da = dz {1} = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine: dW1 = xᵀ da = {0}, db1 = da = {1}, dx = da W1ᵀ = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numerical: dW1 = {0}, dW2 = {1}. Largest difference: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax uses all scores. With the cross entropy, ∂L/∂s becomes y − t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numerical: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local derivative: ∂{0}/∂{1}{2} = {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value: above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient: below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histograms of the activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread shrinks from layer to layer: std {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 5 gives nearly the same for every input: nothing can be learnt from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of layer 5 is at the ends, where the slope is nearly 0: the gradient vanishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread is kept: std {0} in layer 1, {1} in layer 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread grows from layer to layer: std {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contours and paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all rates ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong labels (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the training and the test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap {0} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zero of the padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never used: the window does not fit there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window goes over the whole image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 × 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing on the Draw tab; a sample if there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book&apos;s kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: {0} = {1}, rounded down to {2}. Hatched: never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each 2 × 2 of the output, only the largest number is kept. Nothing is learned here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: {0} = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output is smaller than a window of 2 × 2. Choose a larger padding or a smaller stride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last row and column are left over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[{0}, {1}]: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>im2col</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>im2col: each window as a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window at out[{0}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} times the kernel: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>im2col: {0} rows of {1} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code that runs, with its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, in: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Neural networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 Backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 Training techniques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} of {2} tasks solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks are open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}/{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the figure its first values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code for a notebook that computes the same with the numbers of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {0} is solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, gradient {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: gradient {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download MNIST ({0} MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the four files of MNIST, and use them in all lessons and trainings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading MNIST: {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST could not be downloaded because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic digits: MNIST is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST: {0} training images and {1} test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag sideways, type a number, or use the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, slope {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}[{1}]: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1 = {0}, x2 = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane with the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to add a point, right-click to remove one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer {0}, neuron {1}: weights {2}; bias {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons of hidden layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input x{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output: weights {0}; bias {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = ({0}, {1}):  y = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of this epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first weights again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training has diverged: choose a smaller learning rate, then Restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click into the plane to add points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 epochs/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 epochs/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint for task {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to task {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not solved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number, such as 45360, 0.5 or 1e-4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the answer yet. Try again, or read the hint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {0} is solved. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}[*] – Digit Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that was fine-tuned on your handwriting is neither kept nor discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it? You then choose a file for its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tra&amp;ining speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be done because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory: close other programs, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the axis below the accuracies: small differences can be seen, but look large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector image (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be written ({1}): choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the curves, and their values under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the epoch under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a run to emphasise its curves. Solid lines: training set; dashed lines: test set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag, + and −: zoom. Shift and drag, arrows: move. Backspace: back. Home, double click: reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the training and test digits the network predicts correctly will appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (cross entropy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the network&apos;s predictions are from the true labels, for each mini-batch, will appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss per epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean losses on the training and the test set after each epoch will appear here: where the gap between them grows, the network overfits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step size of the optimiser will appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, not from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bold line is the average of this many losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the previous view (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole training (Home, or double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the curves to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vector image (SVG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images look upright: they should not be turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images look transposed, as EMNIST’s are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images look inverted: black on white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images look transposed and inverted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noticed about the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the images another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that is trained on them as they are misreads what you draw. Choose how to read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} read right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure of {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while a network is being trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left as they are, as you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are transposed when they are read, as you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are inverted when they are read, as you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are transposed and inverted when they are read, as you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: fits best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images could not be checked because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to check the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making synthetic digits: {0} %…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading MNIST…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading images: {0} of {1}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading your images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images and test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the ways to read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the ways to read the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images and test images: the files have none to test with, so 1 in 7 was held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} training digits, {1} test digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faults were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show other images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training images appear here once they are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, images of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample images of each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: image {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, transposed and inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with folders 0 to 9, and in each the images of that digit; or a folder of data files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images with labels: CSV as from Kaggle, MNIST&apos;s IDX files, mnist.npz or mnist.pkl, compressed or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are being loaded: one moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet: download it, or choose the synthetic digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading “{0}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits, as in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits that Digit Lab generates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with the folders 0 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of images with labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is being downloaded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images could not be loaded because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for these images: choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data files ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} predicted as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} of {2} images ({3})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} predicted correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0} among the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true labels. Columns: predicted labels. The arrow keys move, Enter selects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run to see which digits its network confuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The errors will appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct so far; {0} of {1} predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before the first image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct; cancelled after {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no weights yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the image in the drawing tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No errors: every image was predicted correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {0} was predicted as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities of the selected image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: its probabilities. Double click: open it in Draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most confident first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the least confident first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
Image {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the prediction, or resume it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell for its counts; click it to see its images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction ended by an error in the program ({0}). The details are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this network: close other programs, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no weights yet: they come with its first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each image is changed a little each time it is used: the network learns more from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmented images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} digits, and below each an augmented one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Originals, and augmented below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change of a setting (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change of a setting (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} iterations per epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size of a convnet must be {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, accuracies measured on {1} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, temperature {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few images for a validation split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {0} million iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} to {1} over {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs or iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit of the training&apos;s length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fix the highlighted fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the images is held out and evaluated after each epoch; the best weights are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few images, or wrong labels, which the network then memorises: the test loss rises again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the highlighted fields to see what will be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the highlighted layers to see what will be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digit that is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ is your drawing. Point at a digit to see it, click it to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} test digits, {1} activations each. The two axes show {2} % of their variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True label {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map could not be computed because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for the map of this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test digit {0}, true label {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the test digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fully connected (dense) layer: y = x W + b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each filter slides over the image and gives one output channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest value of each small square: the image gets smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(0, x) of each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 + exp(−x)) of each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hyperbolic tangent of each value, from −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalises each channel to mean 0, variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets random outputs to 0 in training, so that none depends on another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {0}, /{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a filter moves at each step, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many zeros are added on each side of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How W is initialised; b starts at 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation of the initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fraction of the outputs that are set to 0 in training: from 0 to below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large: at most {0} million parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {0} layer takes images; after an Affine layer there are only vectors: move it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the highlighted layers to see the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1} layers: there can be no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: write a whole number, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: write a number, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image with one channel: pixels from 0 to 1, white ink on black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vector of pixels from 0 to 1, white ink on black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the selected one, or at the end (Insert)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of epoch {0}, the best on the validation split, are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {0} s. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The drawing tab predicts with this network now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {0} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on the {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It has learned almost nothing. More epochs may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The network keeps what it has learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. The network stays as it is: draw a digit to try it, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST training set, {0} digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} synthetic digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All iterations are done: measuring the accuracy on the whole test set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss diverged. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} images of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} iterations/s · {1} images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported “{0}” to “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported the settings of “{0}” to “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of “{0}” cannot be exported: its images are on another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} What you typed is kept, and stored as soon as that is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in the plots, in this colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click or F2 to rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the training started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs done, of how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings in which the shown runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show two or more runs in the plots to compare their settings here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and scores of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, network, settings, data, status or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run contains “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It was imported from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was paused at epoch {0} of {1} and can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was interrupted at epoch {0} of {1}: the program ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped at epoch {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss diverged: a smaller learning rate may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ended by an error at epoch {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training “{0}” was interrupted at epoch {1} of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It has no checkpoint yet: resuming starts it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays in the list of runs and can be resumed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current training is in the plots. Keep it there when another one starts (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide it from the plots (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it in the plots (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An imported run cannot be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended before its first checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict drawings with the network of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train again with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the form with the settings of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the training from its last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the test images that this run predicts wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the activations and gradients of each layer at the epochs of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the &amp;plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curves of the run, or hide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the run into one file: settings, curves and weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the settings into a file that can be read, changed and trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add runs that were exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a single run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its training is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss diverged: train again with a smaller learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being trained: stop it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every training is kept here, with its curves and weights. Train a network to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {0} runs can be in the plots at once: hide one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore what was deleted (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the runs that cannot be read. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training runs (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} of {2} epochs in {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {0}, {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not evaluated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training set {0} at epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation split {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test set {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (no room)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} (see --help)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure, perhaps {0} ({1:.1%})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {0:.4f} of {1:,}, calibration error {2:.4f}, {3:.2f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all digits are about equally likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1:,} of {2:,} predicted wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not sure of digit {1}: {2}, {3} digits ({4:.1%})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, {2} digits ({3:.1%})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: no digit, the image is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: this looks like several lines: use an image of one number on one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0:6.2f}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {0:.4f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log “{0}” cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory: choose a smaller network or batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transposed, as EMNIST’s are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted: black on white, where digits are white on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transposed and inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0} instead of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n problem(s) more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>there are no test images: of {0:,} images, {1:,} (one in seven of each digit) are held out for the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too few images to see whether they are upright and white on black: they are left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} images read {1}, the shipped network is sure of {2}, and no other way fits clearly better: they may be rotated, or no digits. They are left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images look {0}: of {1}, the shipped network reads {2} as they are labelled when they are read {3}, and {4} {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images look {0}: of {1}, the shipped network is sure of {2} when they are read {3}, and {4} {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} to correct them, or {1} to keep them without this warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omit {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} images read {1}, the shipped network reads {2} as they are labelled, and no other way fits clearly better: they may be rotated, or no digits. They are left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the images were not checked: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit Lab: draw a digit, watch a neural network predict it, train your own.

Without arguments the window opens; with files it opens them, each as what it is: an image, a drawing, weights, data to
train with, a run, or settings. evaluate, mistakes, predict, train and download work without a window. A file that has
the name of one of these commands is given as ./NAME.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the window cannot be opened, also show what Qt and the system&apos;s libraries print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train on the pen strokes of .npz files, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images that are stored in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is neither a command nor a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--verbose is for the window: omit it, or the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--as-is leaves the images as they are: omit it, or {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic digits are upright: omit {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pen strokes are upright: omit {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: the shipped ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of weights whose file does not say it (default: measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test set of MNIST (in DIR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test set of your own images: a folder, IDX, CSV, .npz, .pkl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an .npz file of pen strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only these sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transpose each image: EMNIST&apos;s are transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invert each image: black on white becomes white on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave them as they are, without a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window with these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the accuracy of weights on MNIST&apos;s test set or on pen strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images at a time (100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the ten probabilities of images and drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print a JSON list, one object per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save an image of the most common mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to save the image: .png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinds of mistakes to show (10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: the program&apos;s data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that of a shipped network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a convolutional network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all settings, as the window exports them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neurons in each hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train on MNIST (in DIR); the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train on your own images: a folder, IDX, CSV, .npz or .pkl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train on synthetic digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but not on these sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validate on N of the other digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to save the weights: .safetensors or .npz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume an interrupted training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a line to FILE at each evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names sites of the pen strokes: give --pen, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train a network and save its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train needs --out, or --config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--config has all settings: omit {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a whole number {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a number {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights cannot be saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds an interrupted training: add --resume to resume it, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was started with other settings: give the same ones, or none, to resume it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the same command with --resume resumes it from “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best temperature for {0} is {1:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the same command with --resume resumes it, and so does the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights cannot be saved as “{0}”: that is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no interrupted training to resume: “{0}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run with these settings can be resumed: omit --resume to start one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The weights are in “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe has its own activation and initialisation: omit --activation and --init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network “{0}” has its own activation and initialisation: omit --activation and --init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0:,} digits, {1:,} cannot be held out: leave some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights cannot be saved in “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} They were saved as “{1}” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The same command with --resume resumes the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The training is stored in “{1}”: --resume saves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be downloaded: {1}. Check the connection and try again later, or put the four files of MNIST into a folder by hand and name it in the environment variable DIGITLAB_MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} made no secure connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent less than {1:,} bytes a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be reached, or broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent a wrong or damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused it (HTTP {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be saved in {1} ({2}). Make room and give yourself permission to write there, or name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no images with labels that Digit Lab knows: a dict with train_img, train_label, test_img and test_label, or pairs of images and labels. Save them with numpy.savez as x_train, y_train, x_test and y_test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than the {0} MB that Digit Lab reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, and Digit Lab looks for images with their labels: x_train and y_train, x_test and y_test, or the like. Save them with these names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked, it is larger than the {0} MB that Digit Lab reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0:,} images and {1:,} labels in one set. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a list that is no array: its items are not alike. Save them with numpy.savez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no labels, as Kaggle’s test set: it is skipped, and images are held out instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened: it holds {1}. Unpack it, and choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a zip file of {0}, and no CSV file is in it. Unpack it, and choose the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a zip file with nothing in it, and no CSV file is in it. Unpack it, and choose the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large for the memory of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its file {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no table of images: a line needs a label and 784 pixels, separated by commas. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is {2}, which is no number. Correct the line, or download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its first line has {0:,} values, and an image needs {1}: its label and {2} pixels. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is empty. Correct the line, or download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has 784 columns, the pixels without their labels, as Kaggle’s test.csv. Choose the file with the labels, such as train.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its images are of {0} × {0} pixels, and Digit Lab reads {1} × {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a text in UTF-16. Save it as CSV in UTF-8 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is {2:g}, and a pixel is 0 to 255. Correct the line, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than the {0:,} images that Digit Lab reads. Choose a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no line with an image. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0:,} has {1:,} values, not {2}: it is cut off or damaged. Copy or download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in line {0:,} the label, in the last column, is {1:g}, and a digit is 0 to 9. Choose a file whose first or last column is the digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in line {0:,} the label, in the first column, is {1:g}, and a digit is 0 to 9. Choose a file whose first or last column is the digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder or file “{0}”. Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has its images under the name of the labels, and the labels under that of the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1}. Choose one of them, not the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no pickle of protocol 2 or later. If Python reads it, save it again there with “pickle.dump(data, file, 2)”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its images are not made of numbers. Save them as bytes, from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its images are an array of {0}, and Digit Lab reads grey images of {1} × {1} pixels: N × {2} or N × {1} × {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0:,} images, and Digit Lab reads 1 to {1:,}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its labels are not numbers. Save them as the digits 0 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its labels are an array of {0}, and each image needs one digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label number {0:,} is {1:g}, but a digit is 0 to 9. Choose a file that labels digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pixels go from {0:g} to {1:g}, and Digit Lab reads 0 to 255, 0 to 1 and -1 to 1, the same in the whole file. Save the images as bytes, from 0 (background) to 255 (ink).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its images are in columns ({0}). Save the transposed array, array.T, with an image in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked, it is more than {0} times as large, which no file of images is. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged and cannot be unpacked. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the {0:,} images in {1}, {2:,} are in {3} too (the first is number {4:,}): the test accuracy will be too high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} images, but {2} has {3} labels. Choose two files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off in its header. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an IDX file of {0}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has images of {0} pixels. Choose a file of {1} × {1} images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it declares {0} {1}, and Digit Lab reads 1 to {2}. Download it again, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds labels, not images. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds images, not labels. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an IDX file of labels: it has {0} numbers for each. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off: its header declares {0} {1}. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long: its header declares {0} {1}. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no IDX file, and its name has neither “images” nor “labels” in it. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds the labels and {1} the images, against their names: they are read as what they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {0}. Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1}). Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds IDX files of several datasets. Choose the file of the images you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no files with “images” and “labels” in their names. Choose the file of the images you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1:,} {2}, and beside it there is {3} files with as many {4}. Put the one that belongs to it there, alone with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1:,} {2}, and beside it there is no file with as many {3}. Put the one that belongs to it there, alone with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside {0} there is no file with the same name but “{1}” for “{2}”. Put the file that belongs to it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large for the memory of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds more than {1:,} files: choose a folder with fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no folders called 0 to 9: put the images of each digit into one of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds no image to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” holds no image to test with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first fault: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is beside “{1}”, not in it: it is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{0}”. Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: the system says “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is the same image as “{1}”: it cannot be both digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is the same image as “{1}”: training images cannot be used for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a folder, but is not called 0 to 9: it is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is in no digit&apos;s folder: it is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a folder in a digit&apos;s folder: move its images up into “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is empty: nothing stands out from its background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet. Let Digit Lab download it, put its four files into {0}, or name their folder in the environment variable DIGITLAB_MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} does not hold {1} (with or without .gz). Put the files of MNIST there, or name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} cannot be opened ({1}). Give yourself permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {0}. Name the folder that holds the files of MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {0:,} points. Divide it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {0:,} strokes. Divide it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {0:,} drawings. Divide it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a drawing has more than {0:,} strokes. Correct the file, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a drawing has more than {0:,} points. Correct the file, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not one text for each drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its points are not pairs of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its labels are not one whole number for each of its {0} drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a list of whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not run up to {1:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point is not finite, or too far from the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a label is not a digit from 0 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every drawing would be held out: leave some to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file of pen strokes: it has no array “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawing is from a site “{0}”: there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} training set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, fine-tuned on your handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutional {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out pen strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit Lab&apos;s reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-layer network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-layer network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no data of the kind {0}: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of the kind “{0}” need a path: say where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images cannot be turned by “{0}”: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that makes the synthetic digits was ended from outside, perhaps because memory was short. Close other programs, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawing needs a brush that is wider than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing cannot be stored: the probability of its prediction is not within 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawing shows a digit from 0 to {0}, and nothing else can be its label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawing is made of strokes, and a stroke of points with an x and a y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing drawn: a drawing needs at least one point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing has {0:,} points, and can be stored with {1:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing has {0:,} strokes, and may have {1:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing cannot be stored: some of its points are too far from the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing is no longer there: it was deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of your drawings was damaged and has been repaired: no drawing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The file of your drawings was damaged: %n drawing(s) (was/were) found again in it, and it is kept as “{0}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) damaged, not shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Drawings cannot be stored in “{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drawing cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be imported, for its drawing {1:,}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file of your drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it keeps the damaged file, and finds what can still be read in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} synthetic digits it predicts {1} correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} fits best ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, and none fits clearly better ({1}): {2} was assumed, as in chapters 3 and 4 of the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {0} it predicts all ten digits about equally often, as a trained network does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:.0f} % with {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} images that were checked are blank: choose other data, or check how they were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of {0} images that were checked are blank: choose other data, or check how they were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0:,} images are the same: nothing can be learned from them. Choose other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it a name that ends in .png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may be in another order than the images: check how the file was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels do not fit the images: of {0} images that were checked, the shipped network reads {1} as they are labelled. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images show several digits: check how the labels were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most labels are {0} too large: correct them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels were exchanged: those of {0}, for example, are read as {1}. Correct them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0:,} images have the label {1}: from one digit alone a network learns to answer nothing else. Choose data with several digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most labels are {0} too small: correct them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no calculation for the layer {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a raw photo of a camera, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an SVG image that Digit Lab has not written, and not made of pixels: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a web page, not an image: save the image itself, or take a screenshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a video, not an image: take a screenshot of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an AVIF image, which this installation of Pillow does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not an image that can be read: PNG, JPEG, BMP, GIF, WebP, TIFF or AVIF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a PDF document, not an image: export it as JPEG or PNG, or take a screenshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a PostScript document, not an image: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a Photoshop file, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a GIMP file, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a JPEG XL image, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a JPEG 2000 image, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an icon, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a ZIP archive or an office document, not an image: unpack it, or take a screenshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point is too far from the canvas, whose corners are (0, 0) and ({0}, {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than a drawing can be. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no drawing of Digit Lab. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer version of Digit Lab. Update Digit Lab to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its canvas is not the {0} × {0} that Digit Lab draws on. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a brush is wider than 0, and at most as wide as the canvas, which is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0:,} strokes, and a drawing has {1:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0:,} points, and a drawing has {1:,} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its strokes are longer than Digit Lab can show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an image has no strokes, and can only be saved as PNG. Choose a name that ends in .png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not text that Digit Lab wrote. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name must end in {0} or {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {0:,} parts. Save it as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0:,} × {1:,} pixels: choose one of at most {2} million (a JPEG that is not progressive: {3} million), and of at most {4:,} a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a progressive JPEG of {0:,} scans, and Digit Lab reads {1} at most. Save it as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a progressive JPEG that takes too long to decode. Save it as PNG or as a smaller image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes longer than {0:.0f} seconds to read. Choose a smaller image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this kind of PGM or PPM, Digit Lab reads {0:,} pixels at most. Save it as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large: choose one of at most {1} million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for {0}: choose a smaller image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or cut off: it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no strokes of Digit Lab. Save it as PNG where it was made, and open that as an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no pickle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it calls something in a way that no array needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives something a state that no array has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else than float16, float32 or float64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of pickles, Digit Lab opens a dict of arrays, such as the book&apos;s; save other weights with numpy.savez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something follows its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds other things than arrays, numbers and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asks for {0}, which no dict of arrays needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save its arrays in Python with numpy.savez(&quot;weights.npz&quot;, {0}) and open weights.npz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds an array of an impossible shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds an array whose bytes are not as many as its shape needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no dict of arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was refused and nothing in it was run, because {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was refused and nothing in it was run, because {0}. Of pickles, Digit Lab opens dicts, tuples and lists of NumPy arrays; save other data with numpy.savez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than any dict of arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested deeper than any data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds other things than arrays: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds an array of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its arrays do not each have a name of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it uses the pickle instruction {0}, which no dict of plain arrays needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, an array of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or cut off. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata is malformed. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights of a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a checkpoint of a training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a training run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curves of a training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings of a training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the folder and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be saved: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be imported: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be exported: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would be larger than the {0} MB that Digit Lab reads. Use a smaller network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata is malformed (“{0}”). Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds something else, not {0}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds a number too large for float32. Choose other weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it changed while it was read. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder or a device. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than the {0} MB that Digit Lab reads. Choose a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file. Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may not be read. Give yourself permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the name and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fact about it is no JSON value ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, not {1}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its array {0} is missing. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}, and should be {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds an array {0} that does not belong there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is of type {1}, not float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds NaN (not a number), so it cannot be used. Train again, or choose other weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds an infinite number, so it cannot be used. Train again, or choose other weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} is damaged. Start Digit Lab again: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window of Digit Lab is busy with the {0}. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} in “{1}” cannot be read or written: the system says “{2}”. Check the folder and the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} “{1}” is damaged and cannot be moved aside: the system says “{2}”. Close every window of Digit Lab and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} in “{1}” were stored by a newer version of Digit Lab. Update Digit Lab to see them; they are left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in a browser to see what it says, and download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of MATLAB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Arrow file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed with bzip2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed with xz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single array of numpy.save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a web page, saved under the name of a data file: a server sent it instead. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is only Git LFS’s pointer to the file. Run “git lfs pull” in its folder, or download the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is only a server’s message, {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a tar archive. Unpack it and choose the file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it and choose the file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the images and labels with numpy.savez as x_train, y_train, x_test and y_test, and open that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is {0}, which Digit Lab does not read as data. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be locked: the system says “{1}”. Check the folder and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.npz file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the facts about it take more than the {0} MB that Digit Lab reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, which is no array. Choose an .npz file of weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata is too long. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no array. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a malformed header. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds numbers of type {1}, and Digit Lab reads float16, float32 and float64. Save it as float32 if it is a weight, and leave it out if not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its array {0} is too large. Divide the file into several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds Python objects, which could run a program, and Digit Lab reads numbers and texts. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds values of type {1}, and Digit Lab reads numbers and texts. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not as large as its header says. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no safetensors file. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no safetensors file, or its header is larger than Digit Lab reads. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is stored as {1}, and Digit Lab reads F16, F32 and F64. Save it as F32 if it is a weight, and leave it out if not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than {0:,} files, too many for a {1}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no {0}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked, it is larger than {0:,.0f} MB, too large for a {1}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked, it is more than {0} times as large, which no {1} is. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds two files called {0}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is encrypted. Unpack it and pack it again without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is compressed in a way that Digit Lab does not read. Save it as a plain zip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that trained was ended from outside, perhaps because memory was short. What was stored of the run can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process did not answer, perhaps because it was suspended, so it was ended. What was stored of the run can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no initialisation called “{0}”: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation of the initial weights cannot be {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Affine layer has from 1 to {0:,} neurons, not {1:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Convolution layer has from 1 to {0:,} filters, not {1:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter&apos;s side and its stride are from 1 to 28 pixels, the padding from 0 to 28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Convolution layer takes images (channels, height, width), not the shape {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter of {0} × {0} does not fit into an image of {1} × {2} with a padding of {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio of a Dropout layer is at least 0 and below 1, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNormalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The momentum of BatchNormalization is at least 0 and below 1, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eps of BatchNormalization is between 0 and 1, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MaxPooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The windows of a MaxPooling layer have sides of 1 to 28 pixels, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A MaxPooling layer takes images (channels, height, width), not the shape {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image of {0} × {1} has no room for a pooling window of {2} × {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version knows no layer called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input must be a row of at most {0:,} numbers or an image, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network has from 1 to {0} layers, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer must have a row of outputs, not the shape {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no activation called “{0}”: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input must be 784 pixels or an image of 1 × 28 × 28, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer must have 10 outputs, one a digit, not the shape ({0},).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the network is malformed ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights that come with the program are missing: there is no “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file of a training run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0:,} losses of {1:,} mini-batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights are of another network than it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, which belongs to no training run. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no {0}, so it is no training run. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its losses are {0}, not one-dimensional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has an impossible value for the accuracies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its accuracies are not in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its losses are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fingerprint of its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of its images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its status is unknown to this version of Digit Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has an impossible value for the {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>lr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout {0:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of your runs was damaged and has been repaired: nothing in it was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The list of your runs was damaged: %n run(s) (was/were) found again, and the old list is “{0}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) (is/are) not shown: damaged, or of a newer version of Digit Lab.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) (was/were) found again that the list of your runs did not know.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the id of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs cannot be stored in “{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is {1} and cannot be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved states of “{0}” are damaged: it cannot be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is being trained: stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no weights yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no weights of this iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is being trained in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is no longer there: it was deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it looks for the runs in their folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored run cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} are malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds arrays that do not belong to a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} are not valid. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} are not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} among its {1} is malformed, or unknown to this version of Digit Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping needs a validation split to be measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try learning rate {0:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use He initialisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a ratio of {0:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use dropout {0:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use learning rate {0:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use ReLU and He initialisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Xavier initialisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use He initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use ReLU and He initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Xavier initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is {0:.3g}; guessing gives {1:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} neurons of the ReLU layer {2} are 0 for every image, so they cannot learn any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There (was/were) only %n step(s), too few to learn from. Train for more epochs, or with smaller batches.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0:.0f} % of the training images are predicted correctly, but only {1:.0f} % of the test images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each set the labels fit the images, so the two sets differ. Check whether the images of one are turned, or their labels shifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have contrast, no ReLU layer is dead, and the gradients of the first and the last W are {0:.1g} and {1:.1g}. No cause is sure: try more epochs first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss went only from {0:.3g} to {1:.3g} in {2:,} steps. The learning rate {3:g} is too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights of standard deviation {0:g} are too small for {1} layers: the gradient of W1 is only {2:.1g}, that of {3} {4:.1g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights of standard deviation {0:g} are too large for this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight decay {0:g} is too large: times the learning rate, it takes {1:.3g} % of every weight at each step. Try {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use weight decay {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The momentum {0:g} is too large: it makes each step {1:.3g} times as long. Try {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are dark on bright, so almost all inputs are large; a network learns better with bright ink on black. Invert the images, or try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:.3g} % of the labels are wrong: with so many there is little to learn. Try {1:.0f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of the training images do not fit: the most similar image has the same label for only {0:.0f} % of them, as by chance. Check whether images or labels were shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of the test images do not fit: the most similar image has the same label for only {0:.0f} % of them, as by chance. Check whether images or labels were shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0:,} training images show no digit, so there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0:,} training images have the label {1}, so there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss grew from {0:.3g} to {1:.3g} in {2:,} steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps were too large for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} of {1:,} training images are blank: all their pixels are the same. Check how the files were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have almost no contrast: their pixels differ by only {0:.0f} of 255. Scale the pixels so that they go from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:.0f} % of the outputs of {1} are at the ends of their range, where the gradient is close to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout removes {0:.0f} % of the outputs of a layer at each step: too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient vanishes in {0} Sigmoid layers: that of W1 was only {1:.1g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate {0:g} is too large for this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate {0:g} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use momentum {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0:.0f} % wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images of other digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss was {0:.3g} at the first step; guessing gives {1:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size {0:,} is larger than the {1:,} images, so each epoch was one step, and there were only {2:,}. Try batch size {3:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size {0:,} is as large as the {1:,} images, so each epoch was one step, and there were only {2:,}. Try batch size {3:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use batch size {0:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training images are dark on bright, the test images bright on dark. Invert one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are dark on bright, the training images bright on dark. Invert one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is {0:.3g} after {1:,} steps, no better than guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0:,} to {1:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of each step: above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the velocity is kept at each step: from 0 to below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the mean square of the gradient is kept at each step: from 0 to below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the mean of the gradient is kept at each step: from 0 to below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each training image is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many mini-batches to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in a mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step also makes every weight a little smaller: 0, or about 0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight averaging (EMA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a running average of the weights: 0 for none, or a little below 1, such as 0.998</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate by up to this many degrees in each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale width and height, each by up to this percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slant by up to this percentage of the height in each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move by up to this many pixels in each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Displace every pixel by about this many pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 makes lines up to two pixels thicker or thinner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anneal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this last part of the training the augmentation decreases to 0; 0 % keeps it to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the training images that is not trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this many epochs without a better accuracy; 0: train to the end and keep the last weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many images of the training set are used, always the same ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the training images gets the label of another digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluated every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above {0:,} and below {1:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above {0:,} and at most {1:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0:,} to below {1:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above {0:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} or above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0} called “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be at most {1:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” among its data is unknown to this version of Digit Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of it has more than {0} dots. Correct it, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number in it has more than {0} digits. Correct it: the settings of a training have at most 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a text file. Choose a settings file, which ends in .toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is out of range or nested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid TOML ({0}). Correct it, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data are not valid. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to train on: the training set is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training has at most {0:,} iterations, not {1:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This training was started on other data: it can only be resumed on the same training set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved training is inconsistent: it cannot be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its layers do not fit together: {0}. Each must take as many inputs as the one before has outputs, from {1} pixels to {2} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a convolutional network that is neither of the book&apos;s two, and does not describe its layers. Save it with its description, as .safetensors from Digit Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no arrays. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, and no weights called W1, W2 and so on. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, which Digit Lab does not know beside weights and biases. Save the weights and biases alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} were transposed: the file holds (outputs, inputs), the book (inputs, outputs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no biases for {0} of {1} layers: they are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0} matrices, and a network has at most {1} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer takes the {0} pixels of an image here: {1}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0}, which belong to none of its weights. Save the file without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its gammas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its betas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the running mean (mean1, ...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the running variance (var1, ...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0} of batch normalisation, but not {1}, without which its network cannot predict. Save these arrays, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a network that this version cannot build. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>its network has %n output(s), and there are {0} digits. Choose another file.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is {1}, and its layer has {2} outputs. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {0} of batch normalisation, and Digit Lab reads it only after every hidden layer. Save the network from Digit Lab, or without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a file of {0}, which Digit Lab does not read. Convert it in Python with “{1}” and open {2}.npz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say which activation function its network was trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: Sigmoid was assumed, as in chapters 3 and 4 of the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network needs images prepared by a newer version of Digit Lab. Update Digit Lab to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network is too large for Digit Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights are written as {0} or {1}. Give the file one of these endings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sizes are not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it describes a network that this version cannot build. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it compresses is no file of weights. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights end in {0}. Choose a file that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network has {0}: no other activation can be chosen. Omit --activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network has no hidden layer: no other activation can be chosen. Omit --activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot be opened: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Network: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} added, {1:,} were there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was trained with %n drawing(s). Draw: its bars are beside the others.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Accuracy so far: {1:,} of {2:,} ({3} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The network was not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It was predicted as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} No small change makes it {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} This small change makes it the most probable: orange was added, blue removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} For {1} it is another digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} For {1} the network is not sure (grey).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. The left and right arrow keys choose a digit, Return explains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both predict the same {0:,} of {1:,} correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} is {1} with %n number(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0:,} parameters: one numerical gradient calculates {1:,} losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>numerical {0} &amp;nbsp; exact {1} &amp;nbsp; error {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>your best spiral: %n neuron(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s libraries cannot be loaded: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs the Python package “{0}”: install what the README&apos;s first command installs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): start it on a desktop, or use the commands that need no window (--help lists them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen at WAYLAND_DISPLAY={0}: nothing answers there. Check XDG_RUNTIME_DIR, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is to be opened by Wayland, and WAYLAND_DISPLAY is not set: unset QT_QPA_PLATFORM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen at DISPLAY={0}: nothing answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs the system library {0}: install the package {1} (apt install {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} + {1:,} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the files: show them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; and %n image(s) without a digit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>… and {0:,} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n parameter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n multiplication(s) per image</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}
%n multiplication(s) per image</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Two-layer net (50)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-layer net (50, 100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide MLP (800)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple convnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep convnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you after %n iteration(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Early stopping: the validation accuracy has not improved for %n epoch(s); the weights of epoch {0} are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in the plots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} %n more (was/were) interrupted, too.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read, and (is/are) not shown: damaged, or of a newer version of Digit Lab.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1:,} training and {2:,} test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The training ended by an error in the program ({0}). The details are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this network: choose fewer neurons or a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient vanishes: d{0} is about {1} times smaller than d{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy: a smaller learning rate, or batch normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most outputs are at the ends of their range, where the gradient is close to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost all outputs are the same, so the neurons cannot learn different things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost all outputs of ReLU are 0, so no gradient passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the outputs are far too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy: ReLU with He, fewer layers, or batch normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy: initialise the weights with He.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy: initialise the weights with Xavier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d{0} is 0 everywhere: the first layer does not learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers are how large. The heights are the square roots of the counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}, standard deviation {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: all epochs, the more colour the more numbers. Right: the chosen epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0} · std {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the current training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all gradients at the scale of the largest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histograms of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left: all epochs; right: the chosen epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the weights; the same epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a training: the histograms of the activations and the gradients of each layer come before its first step, and after each epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is saturated or dead, and no gradient vanishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of “{0}” are being computed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers could not be shown because of an error in the program ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training is doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the setting that is not right yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this training and change the settings; then start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the images of this training are on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gradient is a row of numbers, no image: see the histogram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr = {1}. Where d{0} is above 0, {0} becomes smaller, so the loss falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient as images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Gradient d{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of what is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Update of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step changes {0} by about {1} % of its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ← {0} − lr · d{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v ← {1} · v − lr · d{0}
{0} ← {0} + v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} makes the update of d{0} and of the gradients before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay also makes {0} a little smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient d{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square: {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue: below 0. Orange: above 0, up to ±{0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange: wrong. Violet bar: the loss. Point at an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss of the mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true label {0}, predicted {1}: wrong, loss {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of the mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys go from image to image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no digit, predicted {0}: loss {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true label {0}, predicted {1}: right, loss {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a slow speed below, or press One step (Ctrl+E), to see a step here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step that was shown: at this speed steps are not shown one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters whose gradient and update are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration {0} · epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are changed (“{0}”). Start the training again, or undo the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of “{0}” are in the form, but not its images: a run from another computer does not say where they are on this one. Choose them, then start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of “{0}” are in the form: change them, or start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the settings, then start the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Until then, trainings are not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting is not right yet. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The training continues, but is not stored among the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs cannot be stored on this computer, so {0} was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no checkpoints: its layers cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are kept at the end of each epoch: then it can be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings are not stored: there are no earlier epochs to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} So there are no earlier epochs to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch of the network that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the network as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept epochs: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the network as it was after an earlier epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{0}” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has learned almost nothing. The drawing tab predicts with it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration and time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network that predicts your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation function of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing tab predicts with its current weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (assumed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trained weights are only in memory now. Save them in another place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network you trained has not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save its weights before they are lost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing tab predicts with “{0}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fine-tuned network is in use now. Save its weights to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image {0}, row {1}, column {2}: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole window again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to change the sizes; double click to reset them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window is {0} after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now? You will be asked about unsaved work first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds labelled drawings: import it on the page “My handwriting”, by “All drawings…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no kind of file that Digit Lab opens: images, saved drawings (.png, .svg, .json), weights (.safetensors, .npz, .pkl), training data, settings (.toml) and exported runs (.zip).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not opened: a network is being trained. Stop the training first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file of each kind is opened at a time. Not opened: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were not opened, besides these: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
