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
        <source> Network: {0}.</source>
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
        <source>{0} added, {1} were there already.</source>
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
        <source>All {0}</source>
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
        <source>“{0}” was trained with 1 drawing. Draw: its bars are beside the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was trained with {1} drawings. Draw: its bars are beside the others.</source>
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
        <source> Accuracy so far: {0} of {1} ({2} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I drew {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 drawing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} drawings are kept.</source>
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
        <source> The network was not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It was predicted as {0}.</source>
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
        <source>No small change makes it {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This small change makes it the most probable: orange was added, blue removed.</source>
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
        <source> For {0} it is another digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> For {0} the network is not sure (grey).</source>
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
        <source>The left and right arrow keys choose a digit, Return explains it.</source>
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
        <source>{0}. Both predict the same {1} of {2} correctly.</source>
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
        <source>Batches of {0} are {1} times faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times slower</source>
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
        <source>{0} is {1} with {2} numbers.</source>
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
        <source>{0} parameters: one numerical gradient calculates {1} losses.</source>
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
        <source>1 parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 iteration</source>
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
        <source>error {0}</source>
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
        <source>exact {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numerical {0}</source>
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
        <source>{0} steps</source>
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
        <source>your best spiral: {0} neurons</source>
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
        <source>{0} + {1} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in the files: show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} training digits, {1} test digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; and {1} images without a digit</source>
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
        <source>… and {0} more.</source>
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
        <source>{0} images, {1}</source>
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
        <source>1 image</source>
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
        <source>{0}, {1} parameters</source>
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
        <source>{0} multiplications per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1} multiplications per image</source>
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
        <source>Stopped by you after one iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you after {0} iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {0} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping: the validation accuracy has not improved for {0} epochs; the weights of epoch {1} are kept.</source>
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
        <source>Deleted 1 run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {0} runs.</source>
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
        <source>1 run in the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} runs in the plots</source>
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
        <source>{0} runs</source>
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
        <source>{0} One more was interrupted, too.</source>
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
        <source>{0} {1} more were interrupted, too.</source>
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
        <source>1 run cannot be read, and is not shown: it is damaged, or of a newer version of Digit Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} runs cannot be read, and are not shown: damaged, or of a newer version of Digit Lab.</source>
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
        <source>{0}, {1} training and {2} test images</source>
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
        <source>{0}, {1} images</source>
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
        <source> (not saved)</source>
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
