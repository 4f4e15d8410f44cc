<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name></name>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open images, drawings, weights, training data, runs or settings</source>
        <translation>画像、手書き数字、重み、訓練データ、学習記録、設定を開きます</translation>
    </message>
    <message>
        <source>Open &amp;image…</source>
        <translation>画像を開く(&amp;I)…</translation>
    </message>
    <message>
        <source>Open an image of a digit, or a saved drawing</source>
        <translation>数字の画像、または保存した手書き数字を開きます</translation>
    </message>
    <message>
        <source>P&amp;aste image</source>
        <translation>画像を貼り付け(&amp;A)</translation>
    </message>
    <message>
        <source>Paste an image of a digit from the clipboard</source>
        <translation>クリップボードから数字の画像を貼り付けます</translation>
    </message>
    <message>
        <source>Save the &amp;drawing…</source>
        <translation>手書き数字を保存(&amp;D)…</translation>
    </message>
    <message>
        <source>Save the drawing as an image or as strokes</source>
        <translation>手書き数字を画像またはストロークとして保存します</translation>
    </message>
    <message>
        <source>&amp;Load weights…</source>
        <translation>重みを読み込む(&amp;L)…</translation>
    </message>
    <message>
        <source>Load the weights of a network from a file</source>
        <translation>ネットワークの重みをファイルから読み込みます</translation>
    </message>
    <message>
        <source>&amp;Save weights…</source>
        <translation>重みを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the weights of the current network</source>
        <translation>現在のネットワークの重みを保存します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Digit Lab</source>
        <translation>Digit Labを閉じます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last stroke</source>
        <translation>最後のストロークを元に戻します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直し(&amp;R)</translation>
    </message>
    <message>
        <source>Redo the stroke</source>
        <translation>ストロークをやり直します</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>消去(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>キャンバスを消去します</translation>
    </message>
    <message>
        <source>&amp;Next digit</source>
        <translation>次の数字(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the next digit of a number: the bars and the pages show it</source>
        <translation>数の中の次の数字を選びます。棒グラフと各ページにその数字が表示されます</translation>
    </message>
    <message>
        <source>Pre&amp;vious digit</source>
        <translation>前の数字(&amp;V)</translation>
    </message>
    <message>
        <source>Choose the digit before it: the bars and the pages show it</source>
        <translation>1つ前の数字を選びます。棒グラフと各ページにその数字が表示されます</translation>
    </message>
    <message>
        <source>Copy the &amp;input image</source>
        <translation>入力画像をコピー(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the 28 × 28 pixels that the network gets</source>
        <translation>ネットワークに入力される28 × 28ピクセルをコピーします</translation>
    </message>
    <message>
        <source>Copy the &amp;probabilities</source>
        <translation>確率をコピー(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the ten probabilities as lines for a spreadsheet</source>
        <translation>10個の確率を、表計算ソフトに貼り付けられる行としてコピーします</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>学習を開始(&amp;S)</translation>
    </message>
    <message>
        <source>Train a network with these settings</source>
        <translation>この設定でネットワークを学習させます</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Pause or resume the training</source>
        <translation>学習を一時停止、または再開します</translation>
    </message>
    <message>
        <source>One st&amp;ep</source>
        <translation>1ステップ(&amp;E)</translation>
    </message>
    <message>
        <source>Train on one mini-batch, then pause</source>
        <translation>ミニバッチ1つ分だけ学習して、一時停止します</translation>
    </message>
    <message>
        <source>One ep&amp;och</source>
        <translation>1エポック(&amp;O)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause</source>
        <translation>エポックの終わりまで学習して、一時停止します</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>中止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the training and keep its weights</source>
        <translation>学習を中止し、重みはそのまま残します</translation>
    </message>
    <message>
        <source>&amp;Load settings…</source>
        <translation>設定を読み込む(&amp;L)…</translation>
    </message>
    <message>
        <source>Load the settings of a training from a file</source>
        <translation>学習の設定をファイルから読み込みます</translation>
    </message>
    <message>
        <source>Sa&amp;ve settings…</source>
        <translation>設定を保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the settings of the training to a file</source>
        <translation>学習の設定をファイルに保存します</translation>
    </message>
    <message>
        <source>&amp;Download MNIST…</source>
        <translation>MNISTをダウンロード(&amp;D)…</translation>
    </message>
    <message>
        <source>Download the 70,000 digits of MNIST (11 MB)</source>
        <translation>MNISTの数字70,000枚をダウンロードします（11 MB）</translation>
    </message>
    <message>
        <source>&amp;1 step a second</source>
        <translation>毎秒1ステップ(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;5 steps a second</source>
        <translation>毎秒5ステップ(&amp;5)</translation>
    </message>
    <message>
        <source>&amp;25 steps a second</source>
        <translation>毎秒25ステップ(&amp;2)</translation>
    </message>
    <message>
        <source>1 &amp;epoch a second</source>
        <translation>毎秒1エポック(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation>最高速(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>手書き(&amp;D)</translation>
    </message>
    <message>
        <source>Go to the drawing tab</source>
        <translation>手書きタブに移ります</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>学習(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the training tab</source>
        <translation>学習タブに移ります</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>レッスン(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the lessons</source>
        <translation>レッスンに移ります</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation>全体を大きく表示します</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation>全体を小さく表示します</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>標準サイズ(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the zoom</source>
        <translation>拡大・縮小を元に戻します</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>プレゼンテーション(&amp;P)</translation>
    </message>
    <message>
        <source>Fill the screen, large enough for a classroom</source>
        <translation>教室の後ろからも見えるように、画面いっぱいに大きく表示します</translation>
    </message>
    <message>
        <source>&amp;Enlarge the card</source>
        <translation>カードを拡大(&amp;E)</translation>
    </message>
    <message>
        <source>Fill the window with the card that has the focus, or go back</source>
        <translation>フォーカスのあるカードをウィンドウいっぱいに広げます。もう一度選ぶと元に戻ります</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Show what can be done here, all shortcuts, and a glossary</source>
        <translation>ここでできること、すべてのショートカット、用語集を表示します</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>ツアー(&amp;T)</translation>
    </message>
    <message>
        <source>Show the five most important places of the window</source>
        <translation>ウィンドウの特に大切な5か所を案内します</translation>
    </message>
    <message>
        <source>&amp;About Digit Lab</source>
        <translation>Digit Labについて(&amp;A)</translation>
    </message>
    <message>
        <source>Show what this program is</source>
        <translation>このプログラムの説明を表示します</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>It is {0}</source>
        <translation>これは{0}</translation>
    </message>
    <message>
        <source>Save the drawing with the label {0}</source>
        <translation>手書き数字にラベル{0}を付けて保存します</translation>
    </message>
    <message>
        <source>Choose how fast the network is trained</source>
        <translation>学習を進める速さを選びます</translation>
    </message>
    <message>
        <source>Choose the colours of the window</source>
        <translation>ウィンドウの配色を選びます</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>Digit Lab</source>
        <translation>Digit Lab</translation>
    </message>
    <message>
        <source>{0} This file was used last time; the shipped network is used now.</source>
        <translation>{0} このファイルは前回使われていました。今は付属のネットワークを使っています。</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0} ({1} %)</source>
        <translation>{0}（{1}%）</translation>
    </message>
    <message>
        <source>all digits about equally likely</source>
        <translation>どの数字もほぼ同じ確率</translation>
    </message>
    <message>
        <source>not sure, perhaps {0}</source>
        <translation>自信なし、おそらく{0}</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>ブラシ</translation>
    </message>
    <message>
        <source>The softmax turns the ten numbers into probabilities with the sum 1.</source>
        <translation>ソフトマックスは、10個の数を、合計が1になる確率に変えます。</translation>
    </message>
    <message>
        <source>{0}  ·  channel {1}, row {2}, column {3}, {4}</source>
        <translation>{0}  ·  チャンネル{1}、{2}行{3}列、{4}</translation>
    </message>
    <message>
        <source>A pixel of the network&apos;s input: 0 is black, 1 is white.</source>
        <translation>ネットワークの入力の1ピクセルです。0は黒、1は白を表します。</translation>
    </message>
    <message>
        <source>Each input is multiplied by its weight. The sum of the products, plus the bias b, is the result.</source>
        <translation>それぞれの入力に重みを掛けます。その積の和にバイアスbを足したものが結果です。</translation>
    </message>
    <message>
        <source>Patch and filter: numbers at the same place are multiplied. All products are summed, plus the bias b.</source>
        <translation>パッチとフィルターの同じ位置の数を掛け合わせ、すべての積の和にバイアスbを足します。</translation>
    </message>
    <message>
        <source>The largest number of the window is kept.</source>
        <translation>窓の中で最も大きい数を残します。</translation>
    </message>
    <message>
        <source>The mean μ and the variance σ² are running averages from the training.</source>
        <translation>平均μと分散σ²は、学習中に求めた移動平均です。</translation>
    </message>
    <message>
        <source>Dropout leaves out neurons in training only. In prediction all numbers are scaled instead.</source>
        <translation>ドロップアウトがニューロンを消すのは学習のときだけです。予測では、その代わりにすべての数に一定の倍率を掛けます。</translation>
    </message>
    <message>
        <source>{0}  ·  digit {1}, softmax</source>
        <translation>{0}  ·  数字{1}、ソフトマックス</translation>
    </message>
    <message>
        <source>{0}  ·  neuron {1} of {2}, {3}</source>
        <translation>{0}  ·  ニューロン{1}（全{2}個）、{3}</translation>
    </message>
    <message>
        <source>{0}  ·  input pixel in row {1}, column {2}</source>
        <translation>{0}  ·  入力ピクセル（{1}行{2}列）</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>ニューロン</translation>
    </message>
    <message>
        <source>row, column</source>
        <translation>行, 列</translation>
    </message>
    <message>
        <source>channel, row, column</source>
        <translation>チャンネル, 行, 列</translation>
    </message>
    <message>
        <source>ReLU keeps positive numbers and replaces negative ones by 0.</source>
        <translation>ReLUは正の数をそのまま通し、負の数を0にします。</translation>
    </message>
    <message>
        <source>The sigmoid turns every number into one between 0 and 1.</source>
        <translation>シグモイドは、どんな数も0から1の間の数に変えます。</translation>
    </message>
    <message>
        <source>tanh turns every number into one between −1 and 1.</source>
        <translation>tanhは、どんな数も−1から1の間の数に変えます。</translation>
    </message>
    <message>
        <source>Arrow keys: next number. Esc: close.</source>
        <translation>矢印キー：次の数。Esc：閉じる。</translation>
    </message>
    <message>
        <source>Close the calculation</source>
        <translation>計算を閉じる</translation>
    </message>
    <message>
        <source>Close the calculation (Esc)</source>
        <translation>計算を閉じる（Esc）</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Arrow keys: pixel. Page Up/Down: channel. Esc: close.</source>
        <translation>矢印キー：ピクセル。Page Up/Down：チャンネル。Esc：閉じる。</translation>
    </message>
    <message>
        <source>The largest products</source>
        <translation>大きい順に並べた積</translation>
    </message>
    <message>
        <source>Choose a neuron, or a pixel of a map, to see how its number comes about.</source>
        <translation>ニューロンまたはマップのピクセルを選ぶと、その数がどう計算されたかがわかります。</translation>
    </message>
    <message>
        <source>Draw a digit to see how {0} comes about.</source>
        <translation>数字を書くと、{0}がどう計算されるかがわかります。</translation>
    </message>
    <message>
        <source>The softmax of the ten digits</source>
        <translation>10個の数字のソフトマックス</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窓</translation>
    </message>
    <message>
        <source>around it</source>
        <translation>周囲</translation>
    </message>
    <message>
        <source>Numbers of the input and of the filter</source>
        <translation>入力とフィルターの数</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>パッチ</translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation>和 {0}</translation>
    </message>
    <message>
        <source>Inputs, weights and products</source>
        <translation>入力、重み、積</translation>
    </message>
    <message>
        <source>products</source>
        <translation>積</translation>
    </message>
    <message>
        <source>Drawing canvas</source>
        <translation>手書きキャンバス</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. By keys: the arrow keys move a pen over 28 by 28 units, with Shift by four; Home, End, Page Up and Page Down move it diagonally. Space puts it down and lifts it again, Escape lifts it.</source>
        <translation>マウス、指、ペンでここに数字を書きます。キーボードでは、矢印キーで28 × 28のマス目の上をペンが動き、Shiftを押しながらだと4マスずつ動きます。Home、End、Page Up、Page Downで斜めに動きます。スペースキーでペンを下ろし、もう一度押すと上げます。Escでもペンが上がります。</translation>
    </message>
    <message>
        <source>Draw a digit from 0 to 9 here
or drop an image of one</source>
        <translation>ここに0から9の数字を書くか、
画像をドロップしてください</translation>
    </message>
    <message>
        <source>True label: {0}.</source>
        <translation>正解ラベル：{0}。</translation>
    </message>
    <message>
        <source>Nothing yet: draw a digit on the canvas.</source>
        <translation>まだ何もありません。キャンバスに数字を書いてください。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Use the current network</source>
        <translation>現在のネットワークを使う</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>ブラシの太さ</translation>
    </message>
    <message>
        <source>How thick your line looks. The network always gets the same width: that is part of the preprocessing.</source>
        <translation>画面での線の太さです。ネットワークには、いつも同じ太さの線が入力されます。これも前処理の一部です。</translation>
    </message>
    <message>
        <source>There is no ink on this image.</source>
        <translation>この画像にはインクがありません。</translation>
    </message>
    <message>
        <source>Predicted as {0} ({1} %) by {2}</source>
        <translation>{2}の予測：{0}（{1}%）</translation>
    </message>
    <message>
        <source>{0} (not sure)</source>
        <translation>{0}（自信なし）</translation>
    </message>
    <message>
        <source>{0} (pred. {1})</source>
        <translation>{0}（予測 {1}）</translation>
    </message>
    <message>
        <source>Not sure, perhaps {0} ({1} %), by {2}</source>
        <translation>{2}の予測：自信なし、おそらく{0}（{1}%）</translation>
    </message>
    <message>
        <source>Your drawings</source>
        <translation>自分の手書き数字</translation>
    </message>
    <message>
        <source>Which drawings are shown</source>
        <translation>表示する手書き数字</translation>
    </message>
    <message>
        <source>Relabel as</source>
        <translation>ラベルを変更</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Import drawings</source>
        <translation>手書き数字の読み込み</translation>
    </message>
    <message>
        <source>Pen strokes (*.npz)</source>
        <translation>ペンのストローク (*.npz)</translation>
    </message>
    <message>
        <source>Export drawings</source>
        <translation>手書き数字の書き出し</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>手書き数字</translation>
    </message>
    <message>
        <source>The log “{0}” cannot be written: that is a folder, a socket or a named pipe. Choose a file.</source>
        <translation>ログ「{0}」に書き込めません。フォルダー、ソケット、または名前付きパイプです。ファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is empty: give the name of a file or folder</source>
        <translation>空です。ファイルまたはフォルダーの名前を指定してください</translation>
    </message>
    <message>
        <source>No drawing is from a site {0}: there are {1}.</source>
        <translation>収集元が{0}の手書き数字はありません。ある収集元：{1}。</translation>
    </message>
    <message>
        <source>{0} exported to “{1}”.</source>
        <translation>{0}個を「{1}」に書き出しました。</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>ファイルから</translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation>ラベルを変更…</translation>
    </message>
    <message>
        <source>The images of “{0}” are not known: a run from another computer does not say where they are on this one. With “Train again with these settings” you can choose them.</source>
        <translation>「{0}」の画像がわかりません。別のコンピューターの学習記録なので、画像の場所がわかりません。「この設定でもう一度学習」で画像を選べます。</translation>
    </message>
    <message>
        <source>Draw a digit and press its key: it is kept here.</source>
        <translation>数字を書いて、そのキーを押すと、ここに保存されます。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Your drawings cannot be read now. Digit Lab tries again.</source>
        <translation>現在、手書き数字を読み込めません。Digit Labが再試行します。</translation>
    </message>
    <message>
        <source>{0} selected. A digit&apos;s key relabels them.</source>
        <translation>{0}個を選択中。数字キーでラベルを変更できます。</translation>
    </message>
    <message>
        <source>Your drawings, {0} of the validation split</source>
        <translation>あなたの手書き数字（検証データ{0}個）</translation>
    </message>
    <message>
        <source>The network is fine-tuned; none of your drawings was in the validation split.</source>
        <translation>ファインチューニングが終わりました。検証データに手書き数字は含まれていませんでした。</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Your drawings: none in the validation split yet</source>
        <translation>あなたの手書き数字：検証データにはまだありません</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Fine-tune on my handwriting</source>
        <translation>自分の手書きでファインチューニング</translation>
    </message>
    <message>
        <source>Progress of fine-tuning</source>
        <translation>ファインチューニングの進み具合</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>A training is running: the network can be fine-tuned when it has ended.</source>
        <translation>学習中です。終わってからファインチューニングできます。</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>The network is fine-tuned: {0} of {1} correct before, {2} now.</source>
        <translation>ファインチューニングが終わりました。正解は{1}個のうち、前が{0}個、今は{2}個です。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>It took {0} s.</source>
        <translation>{0}秒かかりました。</translation>
    </message>
    <message>
        <source>Keep some drawings first: five of each digit are a good start.</source>
        <translation>まず手書き数字をいくつか保存してください。各数字5個ずつあれば十分始められます。</translation>
    </message>
    <message>
        <source>The network could not be fine-tuned because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、ファインチューニングできませんでした（{0}）。</translation>
    </message>
    <message>
        <source>There is not enough memory for fine-tuning: close other programs, and try again.</source>
        <translation>ファインチューニングのためのメモリが足りません。ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>Keep more drawings: none is in the validation split yet, so no accuracy could be measured.</source>
        <translation>手書き数字をもう少し保存してください。検証データがまだ1個もないため、認識精度を測れません。</translation>
    </message>
    <message>
        <source>The network is trained with {0} of your drawings, mixed with digits it knows. The other {1} are never used for training: they measure the accuracy.</source>
        <translation>あなたの手書き数字{0}個に、ネットワークがすでに知っている数字を混ぜて学習します。残りの{1}個は学習には使わず、認識精度を測るのに使います。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>認識精度</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>後</translation>
    </message>
    <message>
        <source>Preparing other digits for the training…</source>
        <translation>学習用に、ほかの数字を準備しています…</translation>
    </message>
    <message>
        <source>Measuring the accuracy before…</source>
        <translation>学習前の認識精度を測っています…</translation>
    </message>
    <message>
        <source>Measuring the accuracy after…</source>
        <translation>学習後の認識精度を測っています…</translation>
    </message>
    <message>
        <source>Fine-tuning failed: the loss diverged. The network has not changed.</source>
        <translation>損失が発散したため、ファインチューニングに失敗しました。ネットワークは変わっていません。</translation>
    </message>
    <message>
        <source>The training process was ended from outside, perhaps because memory was short. The network has not changed: try again.</source>
        <translation>学習のプロセスが外部から終了されました。メモリ不足かもしれません。ネットワークは変わっていません。もう一度試してください。</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>学習中…</translation>
    </message>
    <message>
        <source>The latest drawings</source>
        <translation>最近の手書き数字</translation>
    </message>
    <message>
        <source>All drawings…</source>
        <translation>すべての手書き数字…</translation>
    </message>
    <message>
        <source>What did you draw? Click it here, or press its key.</source>
        <translation>何を書きましたか？ ここをクリックするか、その数字のキーを押してください。</translation>
    </message>
    <message>
        <source>Which digit is in the coloured frame? Click it here, or press its key.</source>
        <translation>色の枠の数字は何ですか？ ここをクリックするか、その数字のキーを押してください。</translation>
    </message>
    <message>
        <source>No drawing is kept yet. Labelled drawings are kept, on this computer only.</source>
        <translation>保存した手書き数字はまだありません。ラベルを付けたものだけが、このコンピューターの中だけに保存されます。</translation>
    </message>
    <message>
        <source>I drew {0}</source>
        <translation>書いた数字は{0}</translation>
    </message>
    <message>
        <source>Open an image of a digit, or a drawing</source>
        <translation>数字の画像または手書き数字を開く</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save the image</source>
        <translation>画像の保存</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>手書き数字の保存</translation>
    </message>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>「{0}」に保存しました。</translation>
    </message>
    <message>
        <source>Images and drawings ({0})</source>
        <translation>画像と手書き数字 ({0})</translation>
    </message>
    <message>
        <source>There is no image on the clipboard: copy one first.</source>
        <translation>クリップボードに画像がありません。先に画像をコピーしてください。</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG画像 (*.png)</translation>
    </message>
    <message>
        <source>SVG image (*.svg)</source>
        <translation>SVG画像 (*.svg)</translation>
    </message>
    <message>
        <source>Strokes (*.json)</source>
        <translation>ストローク (*.json)</translation>
    </message>
    <message>
        <source>The network&apos;s input is on the clipboard: an image of 28 × 28 pixels.</source>
        <translation>ネットワークの入力をクリップボードにコピーしました。28 × 28ピクセルの画像です。</translation>
    </message>
    <message>
        <source>The ten probabilities are on the clipboard: lines for a spreadsheet.</source>
        <translation>10個の確率をクリップボードにコピーしました。表計算ソフトに貼り付けられます。</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>The pen is lifted</source>
        <translation>ペンを上げました</translation>
    </message>
    <message>
        <source>The arrow keys move a pen (Shift: further),
Space puts it down and lifts it again</source>
        <translation>矢印キーでペンが動き（Shiftで大きく）、
スペースキーで上げ下ろしします</translation>
    </message>
    <message>
        <source>{0} right, {1} down</source>
        <translation>右に{0}、下に{1}</translation>
    </message>
    <message>
        <source>The pen is down: {0} right, {1} down</source>
        <translation>ペンを下ろしました：右に{0}、下に{1}</translation>
    </message>
    <message>
        <source>Kept as {0}.</source>
        <translation>{0}として保存しました。</translation>
    </message>
    <message>
        <source>max {0} × {0}</source>
        <translation>最大 {0} × {0}</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>正規化後</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>The left and right arrow keys go from layer to layer, up and down through its numbers, with Shift through the pixels of a map. Return opens the layer or shows the calculation of a number.</source>
        <translation>左右の矢印キーで層を、上下の矢印キーで層の中の数を移ります。Shiftを押しながらだとマップのピクセルを移ります。Enterキーで、層を開くか、数の計算を表示します。</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{1}個中{0}個を表示</translation>
    </message>
    <message>
        <source>Point at a number to see it.</source>
        <translation>数にマウスを合わせると値が表示されます。</translation>
    </message>
    <message>
        <source>The left and right arrow keys go to the layer before and after, Escape back to the network.</source>
        <translation>左右の矢印キーで前後の層に移り、Escでネットワークに戻ります。</translation>
    </message>
    <message>
        <source>Back to the network</source>
        <translation>ネットワークに戻る</translation>
    </message>
    <message>
        <source>Back to the network (Esc)</source>
        <translation>ネットワークに戻る（Esc）</translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation>前の層</translation>
    </message>
    <message>
        <source>Layer after</source>
        <translation>次の層</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>x × W</source>
        <translation>x × W</translation>
    </message>
    <message>
        <source>What is shown of the layer</source>
        <translation>層の何を表示するか</translation>
    </message>
    <message>
        <source>The layer&apos;s numbers as images</source>
        <translation>画像で表した層の数</translation>
    </message>
    <message>
        <source>The arrow keys go from image to image, with Shift from number to number. Return chooses an image.</source>
        <translation>矢印キーで画像を、Shiftを押しながらだと数を移ります。Enterキーで画像を選びます。</translation>
    </message>
    <message>
        <source>The layer&apos;s neurons</source>
        <translation>層のニューロン</translation>
    </message>
    <message>
        <source>Neuron {0}: the sum is {1}, without b. Blue reduces it.</source>
        <translation>ニューロン{0}：bを除いた和は{1}です。青はその和を減らします。</translation>
    </message>
    <message>
        <source>Orange weights are positive, blue ones negative. Point at a number to see it.</source>
        <translation>オレンジは正、青は負の重みです。数にマウスを合わせると値が表示されます。</translation>
    </message>
    <message>
        <source>Draw a digit to see the output of this layer.</source>
        <translation>数字を書くと、この層の出力が表示されます。</translation>
    </message>
    <message>
        <source>Point at a neuron to see its number, click it for its calculation.</source>
        <translation>ニューロンにマウスを合わせると値が、クリックすると計算が表示されます。</translation>
    </message>
    <message>
        <source>{0}. Click to open this layer.</source>
        <translation>{0}。クリックすると、この層が開きます。</translation>
    </message>
    <message>
        <source>Point at a number to see where it comes from, click it for its calculation.</source>
        <translation>数にマウスを合わせるとどこから来たかが、クリックすると計算が表示されます。</translation>
    </message>
    <message>
        <source>Click a name to open the layer. Orange is positive, blue is negative.</source>
        <translation>名前をクリックすると層が開きます。オレンジは正、青は負です。</translation>
    </message>
    <message>
        <source>neuron {0}: {1}</source>
        <translation>ニューロン{0}：{1}</translation>
    </message>
    <message>
        <source>The left and right arrow keys go from neuron to neuron.</source>
        <translation>左右の矢印キーでニューロンを移ります。</translation>
    </message>
    <message>
        <source>Draw a digit: its activations appear here.</source>
        <translation>数字を書くと、ここにアクティベーションが表示されます。</translation>
    </message>
    <message>
        <source>x × {0}</source>
        <translation>x × {0}</translation>
    </message>
    <message>
        <source>the largest of {0} × {1} numbers</source>
        <translation>{0} × {1}個の数のうち最大</translation>
    </message>
    <message>
        <source>Largest products: {0}</source>
        <translation>大きい積：{0}</translation>
    </message>
    <message>
        <source>Largest sums of maps: {0}</source>
        <translation>マップごとの大きい和：{0}</translation>
    </message>
    <message>
        <source>digit {0} of {1}</source>
        <translation>{1}個中{0}番目の数字</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>手書き数字</translation>
    </message>
    <message>
        <source>number-{0}</source>
        <translation>数-{0}</translation>
    </message>
    <message>
        <source>digit-{0}</source>
        <translation>数字-{0}</translation>
    </message>
    <message>
        <source>Orange ink supports {0}, blue ink opposes it. Together {1}: its logit, compared with a black image&apos;s.</source>
        <translation>オレンジのインクは{0}を支持し、青のインクは{0}に反対します。合計は{1}で、これは真っ黒な画像と比べたロジットの差です。</translation>
    </message>
    <message>
        <source>What supports the digit</source>
        <translation>その数字を支持するもの</translation>
    </message>
    <message>
        <source>A digit&apos;s logit is the output of its neuron, before softmax makes probabilities of all ten.</source>
        <translation>数字のロジットとは、ソフトマックスが10個をまとめて確率にする前の、そのニューロンの出力です。</translation>
    </message>
    <message>
        <source>Steps of the change</source>
        <translation>変化の段階</translation>
    </message>
    <message>
        <source>What supports {0}?</source>
        <translation>{0}を支持しているのは？</translation>
    </message>
    <message>
        <source>Predicted as {0} ({1} %).</source>
        <translation>予測は{0}（{1}%）です。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>Explain {0}</source>
        <translation>{0}を説明</translation>
    </message>
    <message>
        <source>Which pixels decide?</source>
        <translation>決め手になったピクセルは？</translation>
    </message>
    <message>
        <source>Draw a digit: its pixels are coloured by what they contribute.</source>
        <translation>数字を書くと、寄与に応じてピクセルに色が付きます。</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Not sure, perhaps {0} ({1} %).</source>
        <translation>自信なし、おそらく{0}（{1}%）です。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>探索中…</translation>
    </message>
    <message>
        <source>What would make it {0}?</source>
        <translation>どう変えれば{0}になる？</translation>
    </message>
    <message>
        <source>Neither network is sure.</source>
        <translation>どちらのネットワークも自信がありません。</translation>
    </message>
    <message>
        <source>Only one of them is sure.</source>
        <translation>片方だけが自信を持っています。</translation>
    </message>
    <message>
        <source>They agree.</source>
        <translation>予測は一致しています。</translation>
    </message>
    <message>
        <source>They disagree.</source>
        <translation>予測が分かれています。</translation>
    </message>
    <message>
        <source>{0}  ·  {1}</source>
        <translation>{0}  ·  {1}</translation>
    </message>
    <message>
        <source>The second network</source>
        <translation>2つ目のネットワーク</translation>
    </message>
    <message>
        <source>No second network</source>
        <translation>2つ目のネットワークなし</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Compare with weights</source>
        <translation>比較する重み</translation>
    </message>
    <message>
        <source>{0} %  ·  {1}</source>
        <translation>{0}%  ·  {1}</translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation>重み ({0})</translation>
    </message>
    <message>
        <source>“{0}” is the network in use: choose another one to compare it with.</source>
        <translation>「{0}」は使用中のネットワークです。比較するには、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Draw a digit: both networks predict it.</source>
        <translation>数字を書くと、両方のネットワークが予測します。</translation>
    </message>
    <message>
        <source>Choose a second network: it predicts every drawing, too, and its bars are beside the others.</source>
        <translation>2つ目のネットワークを選んでください。同じ手書き数字を予測し、その棒が並べて表示されます。</translation>
    </message>
    <message>
        <source>The prediction could not be explained because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、予測を説明できませんでした（{0}）。</translation>
    </message>
    <message>
        <source>Pages about the network</source>
        <translation>ネットワークについてのページ</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>前処理</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>寄与度</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>変形</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>My handwriting</source>
        <translation>自分の手書き</translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation>{0}なし</translation>
    </message>
    <message>
        <source>MNIST&apos;s digits were cropped, scaled to 20 × 20 and centred by mass. Switch a step off and see what the network predicts then.</source>
        <translation>MNISTの数字は、切り抜き、20 × 20への拡大・縮小、重心での中央寄せをして作られています。手順を1つオフにして、予測がどう変わるか見てみましょう。</translation>
    </message>
    <message>
        <source>The ink</source>
        <translation>インク</translation>
    </message>
    <message>
        <source>The ink&apos;s box</source>
        <translation>インクの枠</translation>
    </message>
    <message>
        <source>Scaled to 20 by 20</source>
        <translation>20 × 20に拡大・縮小</translation>
    </message>
    <message>
        <source>The network&apos;s input</source>
        <translation>ネットワークの入力</translation>
    </message>
    <message>
        <source>The drawing as the network gets it: 28 by 28 pixels, centred.</source>
        <translation>ネットワークに入力される手書き数字：28 × 28ピクセル、中央寄せ済み。</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>インク</translation>
    </message>
    <message>
        <source>The bars of the other colour are the prediction {0}. Most programs that recognise digits badly leave this out.</source>
        <translation>色の違う棒は「{0}」での予測です。数字をうまく認識できないプログラムの多くは、この処理を省いています。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Crop the ink out of the canvas</source>
        <translation>キャンバスからインクの部分を切り抜きます</translation>
    </message>
    <message>
        <source>cropping</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Scale it to fill 20 × 20 pixels</source>
        <translation>20 × 20ピクセルいっぱいに拡大・縮小します</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中央寄せ</translation>
    </message>
    <message>
        <source>Put its centre of mass into the middle</source>
        <translation>重心を画像の中央に合わせます</translation>
    </message>
    <message>
        <source>centring</source>
        <translation>中央寄せ</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}と{1}</translation>
    </message>
    <message>
        <source>The network is not sure of this drawing, nor of {0} of {1} shifts (grey). The others show their prediction.</source>
        <translation>ネットワークはこの手書き数字に自信がなく、ずらした{1}通りのうち{0}通りでも自信がありません（灰色）。ほかの位置には予測を表示しています。</translation>
    </message>
    <message>
        <source>The arrow keys go from shift to shift.</source>
        <translation>矢印キーで、ずらす位置を移ります。</translation>
    </message>
    <message>
        <source>{0}: not sure, perhaps {1} ({2} %)</source>
        <translation>{0}：自信なし、おそらく{1}（{2}%）</translation>
    </message>
    <message>
        <source>Shifted, it is still predicted as {0} for {1} of {2} shifts.</source>
        <translation>ずらした{2}通りのうち{1}通りで、予測は{0}のままです。</translation>
    </message>
    <message>
        <source>The network is not sure of this drawing, however it is shifted.</source>
        <translation>どうずらしても、ネットワークはこの手書き数字に自信がありません。</translation>
    </message>
    <message>
        <source>The prediction for every shift</source>
        <translation>ずらした位置ごとの予測</translation>
    </message>
    <message>
        <source>{0}: {1} ({2} %)</source>
        <translation>{0}：{1}（{2}%）</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>An image has no strokes to transform: draw a digit.</source>
        <translation>画像にはストロークがないので変形できません。数字を書いてください。</translation>
    </message>
    <message>
        <source>The prediction for every shift by up to 8 pixels.</source>
        <translation>上下左右に最大8ピクセルずらした、すべての位置での予測です。</translation>
    </message>
    <message>
        <source>Draw a digit, then transform it: when does the prediction change?</source>
        <translation>数字を書いて、変形してみましょう。予測が変わるのはどんなときでしょうか？</translation>
    </message>
    <message>
        <source>Position and size change nothing, because the ink is cropped, scaled and centred first: switch that off on the first page, and they do. Rotation, thickness and jitter always count.</source>
        <translation>インクを切り抜き、拡大・縮小し、中央に寄せるので、位置や大きさを変えても結果は変わりません。最初のページでこの処理をオフにすると変わります。回転、太さ、ゆらぎは、いつも影響します。</translation>
    </message>
    <message>
        <source>digit {0}: perhaps {1} or&#xa0;{2}</source>
        <translation>{0}番目の数字：おそらく{1}または{2}</translation>
    </message>
    <message>
        <source>The network predicts the number {0}, but is not sure of digit {1}</source>
        <translation>ネットワークの予測は{0}という数ですが、{1}番目の数字には自信がありません</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>自信なし</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>The network predicts {0}</source>
        <translation>ネットワークの予測は{0}です</translation>
    </message>
    <message>
        <source>Several lines? Write all digits on one line.</source>
        <translation>複数の行ですか？ 数字はすべて1行に書いてください。</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>The network predicts the number {0}</source>
        <translation>ネットワークの予測は{0}という数です</translation>
    </message>
    <message>
        <source>Softmax probabilities</source>
        <translation>ソフトマックスの確率</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Softmax: {0}</source>
        <translation>ソフトマックス：{0}</translation>
    </message>
    <message>
        <source>Probabilities of {0}</source>
        <translation>{0}の確率</translation>
    </message>
    <message>
        <source>or else {0}, {1} %</source>
        <translation>次は{0}（{1}%）</translation>
    </message>
    <message>
        <source>perhaps {0} or&#xa0;{1}</source>
        <translation>おそらく{0}または{1}</translation>
    </message>
    <message>
        <source>The network is not sure: perhaps {0} or {1}</source>
        <translation>ネットワークは自信がありません。おそらく{0}または{1}です</translation>
    </message>
    <message>
        <source>for both digits</source>
        <translation>2つの数字とも</translation>
    </message>
    <message>
        <source>for all {0} digits</source>
        <translation>{0}個の数字すべて</translation>
    </message>
    <message>
        <source>Yours: {0} of {1} correct</source>
        <translation>手書きの成績：{1}個中{0}個正解</translation>
    </message>
    <message>
        <source>All digits are about equally likely.</source>
        <translation>どの数字も確率がほぼ同じです。</translation>
    </message>
    <message>
        <source>The network does not recognise a digit.</source>
        <translation>ネットワークは数字と認識できません。</translation>
    </message>
    <message>
        <source>{0}: {1} %. {2}: {3} %</source>
        <translation>{0}：{1}%。{2}：{3}%</translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}：{1}%</translation>
    </message>
    <message>
        <source>No digit yet</source>
        <translation>数字はまだありません</translation>
    </message>
    <message>
        <source>Help – Digit Lab</source>
        <translation>ヘルプ – Digit Lab</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>ヘルプのページ</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>用語集を検索</translation>
    </message>
    <message>
        <source>New here? A tour shows five places in a minute.</source>
        <translation>はじめてですか？ 1分のツアーで5か所を案内します。</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>ツアーを始める</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>キャンバス</translation>
    </message>
    <message>
        <source>Move the pen; with Shift in larger steps</source>
        <translation>ペンを動かす（Shiftで大きく動かす）</translation>
    </message>
    <message>
        <source>Put the pen down, or lift it</source>
        <translation>ペンを下ろす、または上げる</translation>
    </message>
    <message>
        <source>Network, images and tables</source>
        <translation>ネットワーク、画像、表</translation>
    </message>
    <message>
        <source>Go to the next cell</source>
        <translation>次のセルに移る</translation>
    </message>
    <message>
        <source>Open the cell</source>
        <translation>セルを開く</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>Go back: leave a large view, the presentation or the tour</source>
        <translation>戻る（拡大表示、プレゼンテーション、ツアーを終える）</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>次のコントロールに移る</translation>
    </message>
    <message>
        <source>Menu or place</source>
        <translation>メニューまたは場所</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>No entry contains “{0}”.</source>
        <translation>「{0}」を含む項目はありません。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>ツアーを終える</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>About Digit Lab</source>
        <translation>Digit Labについて</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>ここに書きます</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse, a finger or a pen. It is predicted while you draw.</source>
        <translation>マウス、指、ペンで数字を書いてください。書いている間に予測されます。</translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation>ネットワークの答え</translation>
    </message>
    <message>
        <source>The ten probabilities, one for each digit. The highest one is the prediction.</source>
        <translation>数字ごとに1つずつ、全部で10個の確率です。最も高いものが予測です。</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>中をのぞく</translation>
    </message>
    <message>
        <source>See what happens between your drawing and the answer: every layer, every neuron, and which pixels matter.</source>
        <translation>書いた数字から答えが出るまでに何が起きているかを見られます。すべての層、すべてのニューロン、決め手になったピクセルがわかります。</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>ネットワークを学習させる</translation>
    </message>
    <message>
        <source>Choose data, a network and an optimiser here, then start. Your drawing is predicted with the network while it is being trained.</source>
        <translation>ここでデータ、ネットワーク、最適化手法を選んで、学習を開始します。学習中のネットワークが、あなたの書いた数字を予測します。</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>1ステップずつ</translation>
    </message>
    <message>
        <source>Train one mini-batch at a time, or slowly enough to watch. The slider goes back to earlier epochs. Help is in the menu, or press F1.</source>
        <translation>ミニバッチを1つずつ、または目で追える速さで学習できます。スライダーで前のエポックに戻れます。ヘルプはメニューかF1キーで開きます。</translation>
    </message>
    <message>
        <source>After the first layer</source>
        <translation>第1層の後</translation>
    </message>
    <message>
        <source>How far the plane is folded, in percent</source>
        <translation>平面を折りたたむ割合（%）</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Show how the first layer moves the points of the plane</source>
        <translation>第1層が平面の点をどう動かすかを表示します</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>{0}, right</source>
        <translation>{0}、正しい</translation>
    </message>
    <message>
        <source>{0}, wrong</source>
        <translation>{0}、誤り</translation>
    </message>
    <message>
        <source>{0}: move the line</source>
        <translation>{0}：直線を動かす</translation>
    </message>
    <message>
        <source>{0}: turn the line at one end</source>
        <translation>{0}：直線を一方の端で回す</translation>
    </message>
    <message>
        <source>{0}: turn the line at the other end</source>
        <translation>{0}：直線をもう一方の端で回す</translation>
    </message>
    <message>
        <source>Right for {0}: {1} of 4 rows.</source>
        <translation>{0}として正しい行：4行中{1}行。</translation>
    </message>
    <message>
        <source>The line of the perceptron</source>
        <translation>パーセプトロンの直線</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>直線を動かす</translation>
    </message>
    <message>
        <source>Turn the line at one end</source>
        <translation>直線を一方の端で回す</translation>
    </message>
    <message>
        <source>Turn the line at the other end</source>
        <translation>直線をもう一方の端で回す</translation>
    </message>
    <message>
        <source>Gate to compare with</source>
        <translation>比較するゲート</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>With w1 = w2 = 0 there is no line: y is the same everywhere.</source>
        <translation>w1 = w2 = 0では直線がなく、yはどこでも同じ値になります。</translation>
    </message>
    <message>
        <source>The inputs</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Step {0}, loss {1}: {2} of 4 rows are right.</source>
        <translation>ステップ{0}、損失{1}：4行中{2}行が正しい。</translation>
    </message>
    <message>
        <source>How the weights are found</source>
        <translation>重みの決め方</translation>
    </message>
    <message>
        <source>The two layers as a network</source>
        <translation>ネットワークとして見た2つの層</translation>
    </message>
    <message>
        <source>Input of the network</source>
        <translation>ネットワークの入力</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>自分で作る</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>レッスン</translation>
    </message>
    <message>
        <source>It is stuck. Try another seed.</source>
        <translation>学習が行き詰まっています。別のシードを試してください。</translation>
    </message>
    <message>
        <source>The name “{0}” is not UTF-8, so the menu cannot start the program. Rename it.</source>
        <translation>名前「{0}」がUTF-8ではないため、メニューからプログラムを起動できません。名前を変更してください。</translation>
    </message>
    <message>
        <source>there are no test images, and too few images to hold some out: all {0:,} are used, which is no test of a network that was trained on them</source>
        <translation>テスト画像がなく、画像が少なすぎて取り分けられません。{0:,}枚すべてを使います。これらの画像で学習したネットワークのテストにはなりません</translation>
    </message>
    <message>
        <source>it is empty: give the neurons of each hidden layer, such as 50,100</source>
        <translation>空です。各隠れ層のニューロンの数を指定してください（例: 50,100）</translation>
    </message>
    <message>
        <source>it is empty: give the name of a site</source>
        <translation>空です。収集元の名前を指定してください</translation>
    </message>
    <message>
        <source>{0} would change “{1}”, which this command reads: choose another file.</source>
        <translation>{0}を使うと、このコマンドが読み込む「{1}」が書き換えられます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} and {1} would write the same file “{2}”: choose another one.</source>
        <translation>{0}と{1}が同じファイル「{2}」に書き込むことになります。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>The network has {0:,} parameters, but at most {1:,} can be trained.</source>
        <translation>ネットワークのパラメータは{0:,}個ですが、学習できるのは{1:,}個までです。</translation>
    </message>
    <message>
        <source>The layers of the network have {0:,} outputs, but at most {1:,} can be trained.</source>
        <translation>ネットワークの層の出力は合計{0:,}個ですが、学習できるのは{1:,}個までです。</translation>
    </message>
    <message>
        <source>“{0}” holds other data than MNIST, which would be overwritten: name another folder.</source>
        <translation>「{0}」に、MNISTではないデータが入っていて、上書きされてしまいます。別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>its training set is empty. Choose another file.</source>
        <translation>訓練データが空です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>its validation set is empty. Save the file again without that set.</source>
        <translation>検証データが空です。検証データを除いて、ファイルを保存し直してください。</translation>
    </message>
    <message>
        <source>its test set is empty. Save the file again without that set: then one in seven images of each digit is held out for the test.</source>
        <translation>テストデータが空です。テストデータを除いて、ファイルを保存し直してください。その場合、各数字の画像7枚に1枚がテスト用に取り分けられます。</translation>
    </message>
    <message>
        <source>it holds {0}, and the names do not show which is meant. Save the images that you want as x_train and x_test, and their labels as y_train and y_test.</source>
        <translation>入っているのは{0}で、名前からはどれを使うのかわかりません。使う画像をx_trainとx_test、そのラベルをy_trainとy_testという名前で保存してください。</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1} may each belong to it. Leave one of them there, and move the others away.</source>
        <translation>{0}を開けません。{1}のどれがこれと組になるのかわかりません。そのうち1つだけを残し、ほかは別の場所に移してください。</translation>
    </message>
    <message>
        <source>{0} also holds other images, which are left out: {1}.</source>
        <translation>{0}にはほかの画像も入っていますが、それらは使いません：{1}。</translation>
    </message>
    <message>
        <source>its drawing {0:,} has no points, and a drawing needs at least one. Correct the file, or choose another one.</source>
        <translation>{0:,}番目の手書き数字に点がありません。手書き数字には点が1個以上必要です。ファイルを直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>the strokes of a drawing are longer than {0:,} times its size. Correct it, or choose another file.</source>
        <translation>ストロークの長さが大きさの{0:,}倍を超える手書き数字があります。ファイルを直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>all its strokes together are longer than {0:,} times the size of a drawing. Divide it into several files.</source>
        <translation>ストロークの長さの合計が、手書き数字の大きさの{0:,}倍を超えています。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>{0}, every {1}th</source>
        <translation>{0}、{1}枚ごとに1枚</translation>
    </message>
    <message>
        <source>This drawing cannot be stored: its strokes are longer than {0:,} times its size.</source>
        <translation>ストロークの長さが大きさの{0:,}倍を超えるため、この手書き数字は保存できません。</translation>
    </message>
    <message>
        <source>The file of your drawings was empty: no drawing could be found in it.</source>
        <translation>手書き数字のファイルが空で、手書き数字は見つかりませんでした。</translation>
    </message>
    <message>
        <source>it has more than {0:,} parts. Save it as PNG again, with another program.</source>
        <translation>{0:,}個より多くの部分に分かれています。別のプログラムでPNGで保存し直してください。</translation>
    </message>
    <message>
        <source>it has {0:,} × {1:,} pixels: choose one of at most {2} million (a JPEG of one scan: {3} million), and of at most {4:,} a side.</source>
        <translation>{0:,} × {1:,}ピクセルあります。選べるのは、{2}メガピクセルまで（スキャンが1回のJPEGは{3}メガピクセルまで）、1辺{4:,}ピクセルまでの画像です。</translation>
    </message>
    <message>
        <source>it has a DOCTYPE with definitions, which Digit Lab does not read. Save it as a plain SVG.</source>
        <translation>定義を含むDOCTYPEがあり、Digit Labでは読み込めません。プレーンSVGで保存してください。</translation>
    </message>
    <message>
        <source>Batch size must be at most {0:,}: this network keeps {1:,} numbers for each image.</source>
        <translation>バッチサイズは最大{0:,}でなければなりません。このネットワークは画像1枚ごとに{1:,}個の数を保持します。</translation>
    </message>
    <message>
        <source>A padding of {0} makes images of {1} × {2} × {3} too large: choose less.</source>
        <translation>パディング{0}では{1} × {2} × {3}の画像が大きくなりすぎます。より小さい値を選んでください。</translation>
    </message>
    <message>
        <source>The eps of BatchNormalization is from 1e-30 to below 1, not {0}.</source>
        <translation>BatchNormalizationのepsは1e-30以上1未満で、{0}にはできません。</translation>
    </message>
    <message>
        <source>it has {0:,} losses, and a file of a run holds at most {1:,}.</source>
        <translation>損失が{0:,}個ありますが、学習記録のファイルに入れられるのは最大{1:,}個です。</translation>
    </message>
    <message>
        <source>it holds the weights of another training than “{0}”.</source>
        <translation>「{0}」とは別の学習の重みが入っています。</translation>
    </message>
    <message>
        <source>The list of your runs was damaged and has been repaired.</source>
        <translation>学習記録の一覧が壊れていたため、修復しました。</translation>
    </message>
    <message>
        <source>“{0}” was deleted in another window.</source>
        <translation>「{0}」は、別のウィンドウで削除されました。</translation>
    </message>
    <message>
        <source>number of iterations</source>
        <translation>イテレーション数</translation>
    </message>
    <message>
        <source>The loss was {0:.3g} at the first step, and is not a finite number at step {1:,}.</source>
        <translation>最初のステップの損失は{0:.3g}でしたが、{1:,}番目のステップの損失は有限の数ではありません。</translation>
    </message>
    <message>
        <source>The loss was not a finite number at the first step.</source>
        <translation>最初のステップの損失が有限の数ではありませんでした。</translation>
    </message>
    <message>
        <source>The weights that the training started from are too large.</source>
        <translation>学習の開始時の重みが大きすぎます。</translation>
    </message>
    <message>
        <source>The accuracy would be measured {0:,} times, and a training is stored with at most {1:,} measurements. Choose fewer epochs, or a larger evaluate_every in a settings file.</source>
        <translation>認識精度を{0:,}回測定することになりますが、学習とともに保存できる測定は{1:,}回までです。エポック数を減らすか、設定ファイルのevaluate_everyを大きくしてください。</translation>
    </message>
    <message>
        <source>{0} is too large to be calculated: the network has diverged.</source>
        <translation>{0}の値が大きすぎて、計算できません。ネットワークは発散しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) no longer there: deleted for good.</source>
        <translation>
            <numerusform>手書き数字%n個は完全に削除されていて、もうありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The numbers are too large to say what supports {0}: the network has diverged.</source>
        <translation>数値が大きすぎて、何が{0}を支持するのかを計算できません。ネットワークは発散しています。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ関数</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等関数</translation>
    </message>
    <message>
        <source>Three layers do what one does: c = c1 c2 c3 = {0}, the dashed line.</source>
        <translation>3つの層を重ねても、1つの層と同じです：c = c1 c2 c3 = {0}（破線）。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>活性化関数</translation>
    </message>
    <message>
        <source>With these weights the result is the same for every x.</source>
        <translation>この重みでは、どのxでも結果が同じになります。</translation>
    </message>
    <message>
        <source>The result bends. No single layer c x, the dashed line, can do this.</source>
        <translation>結果の線が曲がります。1つの層c x（破線）だけでは、この形は作れません。</translation>
    </message>
    <message>
        <source>One function</source>
        <translation>1つの関数</translation>
    </message>
    <message>
        <source>Three layers</source>
        <translation>3つの層</translation>
    </message>
    <message>
        <source>Only 0 or 1. On both sides the slope is 0, at 0 there is none: a small change of a weight changes nothing.</source>
        <translation>出力は0か1だけです。傾きは左右どちらでも0で、0では定まりません。重みを少し変えても、何も変わりません。</translation>
    </message>
    <message>
        <source>Between 0 and 1. The slope is 0.25 at most, and almost 0 far from the middle.</source>
        <translation>出力は0から1の間です。傾きは最大でも0.25で、中央から離れるとほとんど0になります。</translation>
    </message>
    <message>
        <source>0 on the left, x itself on the right. There the slope stays 1, however large x is.</source>
        <translation>左側では0、右側ではxそのものです。右側の傾きは、xがどれだけ大きくても1のままです。</translation>
    </message>
    <message>
        <source>Between -1 and 1, and steeper than sigmoid: in the middle the slope is 1.</source>
        <translation>出力は−1から1の間です。シグモイドより急で、中央の傾きは1です。</translation>
    </message>
    <message>
        <source>What comes in goes out. Choose Three layers to see why hidden layers need another h.</source>
        <translation>入力がそのまま出力になります。隠れ層に別のhが必要な理由は、「3つの層」を選ぶとわかります。</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>傾き</translation>
    </message>
    <message>
        <source>a{0}[{1}] = {2} = {3}. z{0}[{1}] = sigmoid({3}) = {4}.</source>
        <translation>a{0}[{1}] = {2} = {3}。z{0}[{1}] = sigmoid({3}) = {4}。</translation>
    </message>
    <message>
        <source>The network with its numbers</source>
        <translation>ネットワークとその数値</translation>
    </message>
    <message>
        <source>x[{0}] = {1}</source>
        <translation>x[{0}] = {1}</translation>
    </message>
    <message>
        <source>y[{0}] = {1} = {2}. The output layer has the identity.</source>
        <translation>y[{0}] = {1} = {2}。出力層は恒等関数です。</translation>
    </message>
    <message>
        <source>Open sample_weight.pkl…</source>
        <translation>sample_weight.pklを開く…</translation>
    </message>
    <message>
        <source>Open the weights that the book gives to its readers</source>
        <translation>本で配布されている重みを開きます</translation>
    </message>
    <message>
        <source>Batches of</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Images per second against the batch size</source>
        <translation>バッチサイズごとの1秒あたりの画像枚数</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>1秒あたりの画像枚数</translation>
    </message>
    <message>
        <source>Weights of 784-50-100-10</source>
        <translation>784-50-100-10の重み</translation>
    </message>
    <message>
        <source>shipped with Digit Lab</source>
        <translation>Digit Labに付属</translation>
    </message>
    <message>
        <source>Weights: {0}</source>
        <translation>重み：{0}</translation>
    </message>
    <message>
        <source>Start both sides, one after the other, and compare the clocks.</source>
        <translation>両側を順に開始して、時間を比べてください。</translation>
    </message>
    <message>
        <source>Rounding differs: {0} and {1} are correct.</source>
        <translation>丸めの違いがあります：正解は{0}枚と{1}枚です。</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>1枚ずつ</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>バッチで</translation>
    </message>
    <message>
        <source>“{0}” is not of a network 784-50-100-10 with sigmoid.</source>
        <translation>「{0}」は、シグモイドを使う784-50-100-10のネットワークの重みではありません。</translation>
    </message>
    <message>
        <source>It runs, but is it meant? {0} W{1} has 1 column: NumPy repeats it for the {2} numbers of b{1} (broadcasting).</source>
        <translation>計算はできますが、意図したとおりでしょうか？ {0} W{1}は1列なので、NumPyはb{1}の要素{2}個に合わせてそれを繰り返します（ブロードキャスト）。</translation>
    </message>
    <message>
        <source>It runs, but b{0} has only 1 number: NumPy adds it to all {1} columns (broadcasting). Each neuron should have a bias of its own.</source>
        <translation>計算はできますが、b{0}の要素が1個しかありません。NumPyはそれを{1}列すべてに足します（ブロードキャスト）。本来は、ニューロンごとに別々のバイアスが必要です。</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Make a mistake</source>
        <translation>わざと間違える</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>転置</translation>
    </message>
    <message>
        <source>Transpose: rows become columns</source>
        <translation>転置：行と列を入れ替えます</translation>
    </message>
    <message>
        <source>All shapes fit: y is {0}, a row for each image.</source>
        <translation>すべての形状が合っています。yは{0}で、1行が画像1枚に当たります。</translation>
    </message>
    <message>
        <source>All shapes fit: y is {0}.</source>
        <translation>すべての形状が合っています。yは{0}です。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>The input x: 2 numbers.</source>
        <translation>入力xは2個の数です。</translation>
    </message>
    <message>
        <source>a1 = x W1 + b1, z1 = sigmoid(a1)</source>
        <translation>a1 = x W1 + b1, z1 = sigmoid(a1)</translation>
    </message>
    <message>
        <source>a2 = z1 W2 + b2, z2 = sigmoid(a2)</source>
        <translation>a2 = z1 W2 + b2, z2 = sigmoid(a2)</translation>
    </message>
    <message>
        <source>y = z2 W3 + b3</source>
        <translation>y = z2 W3 + b3</translation>
    </message>
    <message>
        <source>one image</source>
        <translation>画像1枚</translation>
    </message>
    <message>
        <source>batch of 100</source>
        <translation>100枚のバッチ</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>NumPy says: {0}</source>
        <translation>NumPyのメッセージ：{0}</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: x_{2}[{3}]</source>
        <translation>{0}行{1}列：x_{2}[{3}]</translation>
    </message>
    <message>
        <source>Set of images</source>
        <translation>画像の種類</translation>
    </message>
    <message>
        <source>image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Random image</source>
        <translation>ランダムな画像</translation>
    </message>
    <message>
        <source>The image, pixel by pixel</source>
        <translation>画像の各ピクセル</translation>
    </message>
    <message>
        <source>The images from this one on</source>
        <translation>この画像から後の画像</translation>
    </message>
    <message>
        <source>{0} = {1}</source>
        <translation>{0} = {1}</translation>
    </message>
    <message>
        <source>{0} = {1} / 255 = {2:.4f}</source>
        <translation>{0} = {1} / 255 = {2:.4f}</translation>
    </message>
    <message>
        <source>training set</source>
        <translation>訓練データ</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>テストデータ</translation>
    </message>
    <message>
        <source>array</source>
        <translation>配列</translation>
    </message>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>The label is {0}</source>
        <translation>ラベルは{0}です</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Point at a pixel of the image, or go to it with the arrow keys.</source>
        <translation>画像のピクセルにマウスを合わせるか、矢印キーで移ってください。</translation>
    </message>
    <message>
        <source>Predicted images</source>
        <translation>予測した画像</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>全{0}枚</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}秒</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>認識精度</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>枚/秒</translation>
    </message>
    <message>
        <source>Drag the bar</source>
        <translation>棒をドラッグしてください</translation>
    </message>
    <message>
        <source>{0}: shape {1}</source>
        <translation>{0}：形状{1}</translation>
    </message>
    <message>
        <source>The shapes of the network</source>
        <translation>ネットワークの形状</translation>
    </message>
    <message>
        <source>The probabilities add up to 1. For softmax only the differences of scores count, for x / sum ratios.</source>
        <translation>確率の合計は1です。ソフトマックスではスコアの差だけが、x / 合計では比だけが結果を決めます。</translation>
    </message>
    <message>
        <source>add to all</source>
        <translation>すべてに加算</translation>
    </message>
    <message>
        <source>temperature T</source>
        <translation>温度T</translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>スコア{0}</translation>
    </message>
    <message>
        <source>exp({0}) is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf. softmax subtracts the largest score first, so that its largest exp is exp(0) = 1.</source>
        <translation>exp({0})は、float64で表せる最大の数1.8e308を超えてinfになります。素朴な実装はinfで割ってしまいます。softmaxは先に最大のスコアを引くので、最も大きいexpでもexp(0) = 1です。</translation>
    </message>
    <message>
        <source>Every exp is 0, too small for a float64: the naive softmax divides 0 by 0. softmax does not.</source>
        <translation>どのexpも、float64では表せないほど小さく、0になります。素朴な実装は0を0で割ってしまいます。softmaxではそうなりません。</translation>
    </message>
    <message>
        <source>The sum of the exp is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf, which gives 0. softmax subtracts the largest score first.</source>
        <translation>expの合計が、float64で表せる最大の数1.8e308を超えてinfになります。素朴な実装はinfで割るので、結果は0です。softmaxは先に最大のスコアを引きます。</translation>
    </message>
    <message>
        <source>The sum of the scores is 0: x / sum divides by 0. The sum of the exp is always above 0.</source>
        <translation>スコアの合計が0なので、x / 合計は0で割ることになります。expの合計は、いつも0より大きくなります。</translation>
    </message>
    <message>
        <source>A high temperature makes the probabilities more equal; a low one, the largest still larger.</source>
        <translation>温度を高くすると確率の差が縮まり、低くすると最大の確率がさらに大きくなります。</translation>
    </message>
    <message>
        <source>x / sum gives values below 0 or above 1. exp makes every score positive, so softmax does not.</source>
        <translation>x / 合計では、0より小さい値や1より大きい値が出ています。expはどのスコアも正の数に変えるので、softmaxではそうなりません。</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>10個</translation>
    </message>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>naive</source>
        <translation>素朴な実装</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>x / sum</source>
        <translation>x / 合計</translation>
    </message>
    <message>
        <source>softmax_naive, score {0}</source>
        <translation>softmax_naive、スコア{0}</translation>
    </message>
    <message>
        <source>softmax, score {0}</source>
        <translation>softmax、スコア{0}</translation>
    </message>
    <message>
        <source>x / sum, score {0}</source>
        <translation>x / 合計、スコア{0}</translation>
    </message>
    <message>
        <source>The path of gradient descent on x0² + x1²</source>
        <translation>x0² + x1²の上での勾配降下法の経路</translation>
    </message>
    <message>
        <source>The distance from the minimum after each step, as a power of 10</source>
        <translation>各ステップ後の最小値までの距離（10の累乗）</translation>
    </message>
    <message>
        <source>It is on its way: each step goes against the gradient.</source>
        <translation>最小値に向かっています。どのステップも、勾配の逆の方向に進みます。</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Learning rate, from 1e-10 to 10</source>
        <translation>学習率（1e-10から10まで）</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>↑ explodes</source>
        <translation>↑ 発散</translation>
    </message>
    <message>
        <source>↓ converges</source>
        <translation>↓ 収束</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>It exploded. So far away, x + h and f are rounded so much that the numerical gradient is wrong, or even 0.</source>
        <translation>発散しました。遠く離れすぎて、x + hとfの丸め誤差が大きくなり、数値微分による勾配は正しくなくなるか、0にさえなります。</translation>
    </message>
    <message>
        <source>It explodes: each step jumps over the minimum and lands farther away.</source>
        <translation>発散しています。ステップのたびに最小値を飛び越え、もっと遠くに着いてしまいます。</translation>
    </message>
    <message>
        <source>It converges: it is at the minimum, almost.</source>
        <translation>収束しました。ほぼ最小値にいます。</translation>
    </message>
    <message>
        <source>Each step jumps over the minimum to the other side.</source>
        <translation>ステップのたびに、最小値を飛び越えて反対側に移っています。</translation>
    </message>
    <message>
        <source>It crawls: the steps are too small to be seen.</source>
        <translation>ほとんど進んでいません。ステップが小さすぎて、目に見えないほどです。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Backpropagation is about {0} times faster, and its derivatives differ by at most {1}. In {2} the numerical gradient gets through {3} iterations here.</source>
        <translation>誤差逆伝播法は約{0}倍速く、求めた微分の差は最大でも{1}です。このコンピューターの数値微分では、{2}で{3}イテレーションまで進みます。</translation>
    </message>
    <message>
        <source>hidden neurons</source>
        <translation>隠れ層のニューロン</translation>
    </message>
    <message>
        <source>measured parameters</source>
        <translation>測るパラメータ数</translation>
    </message>
    <message>
        <source>Times of both gradients</source>
        <translation>2つの勾配の計算時間</translation>
    </message>
    <message>
        <source>Measuring: {0} of {1} parameters…</source>
        <translation>測定中：パラメータ{1}個中{0}個…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Numerical gradient</source>
        <translation>数値微分による勾配</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>誤差逆伝播法</translation>
    </message>
    <message>
        <source>a notebook: {0}</source>
        <translation>あるノートブック：{0}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>測定中…</translation>
    </message>
    <message>
        <source>Click Measure to time both gradients.</source>
        <translation>「測定」をクリックすると、2つの勾配の計算時間を測ります。</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>All equal</source>
        <translation>すべて同じ</translation>
    </message>
    <message>
        <source>Probabilities y</source>
        <translation>確率y</translation>
    </message>
    <message>
        <source>Cross entropy, squared error and accuracy over the probability of the right answer</source>
        <translation>正解の確率に対する交差エントロピー誤差、2乗和誤差、認識精度</translation>
    </message>
    <message>
        <source>y of the right answer</source>
        <translation>正解のy</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Probability of the right answer</source>
        <translation>正解の確率</translation>
    </message>
    <message>
        <source>t as a label and one-hot:</source>
        <translation>ラベルとone-hot表現のt：</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交差エントロピー誤差</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>2乗和誤差</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>The function, its tangent, and the line through the two points of the difference</source>
        <translation>関数とその接線、差分の2点を通る直線</translation>
    </message>
    <message>
        <source>The error of the derivative for each h, both as powers of 10</source>
        <translation>hごとの微分の誤差（どちらも10の累乗）</translation>
    </message>
    <message>
        <source>The line through both points is not the tangent yet. Half of h gives about half of the error.</source>
        <translation>2点を通る直線は、まだ接線と重なっていません。hを半分にすると、誤差は約半分になります。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Type of the numbers</source>
        <translation>数の型</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>forward difference</source>
        <translation>前方差分</translation>
    </message>
    <message>
        <source>central difference</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <source>Move x</source>
        <translation>xを動かす</translation>
    </message>
    <message>
        <source>error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <source>Exponent of h</source>
        <translation>hの指数</translation>
    </message>
    <message>
        <source>distance from x, in h</source>
        <translation>xからの距離（h単位）</translation>
    </message>
    <message>
        <source>Numerical {0}, exact {1}, error {2}</source>
        <translation>数値微分{0}、真の値{1}、誤差{2}</translation>
    </message>
    <message>
        <source>An integer array keeps no fraction: {0} is stored as {1}.</source>
        <translation>整数の配列には小数部分が残りません。{0}は{1}として保存されます。</translation>
    </message>
    <message>
        <source>The difference is exactly 0: no {0} number is that close to x, so x + h is rounded to x.</source>
        <translation>差がちょうど0です。xにこれほど近い{0}の数がないため、x + hがxに丸められます。</translation>
    </message>
    <message>
        <source>All digits are right.</source>
        <translation>すべての桁が正しい値です。</translation>
    </message>
    <message>
        <source>The two values of f agree in {0} of their {1} digits. These digits cancel: the derivative has only the others.</source>
        <translation>fの2つの値は、{1}桁のうち{0}桁が同じです。同じ桁は引き算で消えるので、微分には残りの桁しか残りません。</translation>
    </message>
    <message>
        <source>The line through both points is not the tangent yet. Half of h gives about a quarter of the error.</source>
        <translation>2点を通る直線は、まだ接線と重なっていません。hを半分にすると、誤差は約4分の1になります。</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前方</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>An integer array keeps no fraction: {0} is stored as {1}, and {2} as {3}.</source>
        <translation>整数の配列には小数部分が残りません。{0}は{1}、{2}は{3}として保存されます。</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>接線</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0}年</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0}ミリ秒</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0}分{1}秒</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}時間{1}分</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0}日</translation>
    </message>
    <message>
        <source>{0}, measured</source>
        <translation>{0}、実測</translation>
    </message>
    <message>
        <source>1 ms</source>
        <translation>1ミリ秒</translation>
    </message>
    <message>
        <source>1 s</source>
        <translation>1秒</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1分</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1時間</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1日</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>Go on to step {0} of {1} first.</source>
        <translation>先にステップ{0}（全{1}）まで進んでください。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>True label</source>
        <translation>正解ラベル</translation>
    </message>
    <message>
        <source>The network, with values and gradients</source>
        <translation>ネットワーク（値と勾配）</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>正解ラベル</translation>
    </message>
    <message>
        <source>y − t of class {0}</source>
        <translation>クラス{0}のy − t</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>正解です。</translation>
    </message>
    <message>
        <source>Not yet: t is 1 for the true label, else 0.</source>
        <translation>まだ違います。tは、正解ラベルなら1、それ以外は0です。</translation>
    </message>
    <message>
        <source>Break a layer</source>
        <translation>層を壊す</translation>
    </message>
    <message>
        <source>input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Point at an edge or a neuron to see its numbers; click a weight to change it.</source>
        <translation>線やニューロンにマウスを合わせると数値が表示されます。重みはクリックして変えられます。</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>故障なし</translation>
    </message>
    <message>
        <source>Affine1: dW is doubled</source>
        <translation>Affine1：dWが2倍になっている</translation>
    </message>
    <message>
        <source>Affine1: db is the mean, not the sum</source>
        <translation>Affine1：dbが和ではなく平均になっている</translation>
    </message>
    <message>
        <source>Activation: the gradient passes unchanged</source>
        <translation>活性化関数：勾配がそのまま素通りする</translation>
    </message>
    <message>
        <source>Affine2: W is not transposed</source>
        <translation>Affine2：Wが転置されていない</translation>
    </message>
    <message>
        <source>Affine2: dW is doubled</source>
        <translation>Affine2：dWが2倍になっている</translation>
    </message>
    <message>
        <source>Loss: not divided by the batch size</source>
        <translation>損失：バッチサイズで割っていない</translation>
    </message>
    <message>
        <source>Loss: y instead of y − t</source>
        <translation>損失：y − tではなくyになっている</translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation>計算グラフ</translation>
    </message>
    <message>
        <source>Sigmoid function</source>
        <translation>シグモイド関数</translation>
    </message>
    <message>
        <source>Hide a gradient</source>
        <translation>勾配を1つ隠す</translation>
    </message>
    <message>
        <source>The gradient of {0}</source>
        <translation>{0}の勾配</translation>
    </message>
    <message>
        <source>Type the gradient of {0} into the field, then Return.</source>
        <translation>{0}の勾配を欄に入力し、Enterキーを押してください。</translation>
    </message>
    <message>
        <source>Forward: each circle computes its output from its inputs, from left to right.</source>
        <translation>順伝播：左から右へ、それぞれの円が入力から出力を計算します。</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>買い物</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>シグモイド</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>数を入力してください。</translation>
    </message>
    <message>
        <source>{0} of {1} filled in.</source>
        <translation>{1}個中{0}個を入力済み。</translation>
    </message>
    <message>
        <source>All: {0} = {1}. Sigmoid.backward: {2}.</source>
        <translation>まとめると：{0} = {1}。Sigmoid.backward：{2}。</translation>
    </message>
    <message>
        <source>{0} is not right yet. {1}</source>
        <translation>{0}はまだ正しくありません。{1}</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>順伝播</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>逆伝播</translation>
    </message>
    <message>
        <source>Right: the gradient of {0} is {1}.</source>
        <translation>正解です。{0}の勾配は{1}です。</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>支払金額</translation>
    </message>
    <message>
        <source>the number of apples</source>
        <translation>りんごの個数</translation>
    </message>
    <message>
        <source>the price of an apple</source>
        <translation>りんごの値段</translation>
    </message>
    <message>
        <source>the price of an orange</source>
        <translation>みかんの値段</translation>
    </message>
    <message>
        <source>the number of oranges</source>
        <translation>みかんの個数</translation>
    </message>
    <message>
        <source>the tax factor</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>what the apples cost</source>
        <translation>りんごの代金</translation>
    </message>
    <message>
        <source>what the oranges cost</source>
        <translation>みかんの代金</translation>
    </message>
    <message>
        <source>what both cost</source>
        <translation>代金の合計</translation>
    </message>
    <message>
        <source>the payment</source>
        <translation>支払金額</translation>
    </message>
    <message>
        <source>× gives each input the gradient from the right, times the other input.</source>
        <translation>×のノードは、右から来た勾配にもう一方の入力を掛けて、それぞれの入力に渡します。</translation>
    </message>
    <message>
        <source>+ passes the gradient from the right on to each input, unchanged.</source>
        <translation>+のノードは、右から来た勾配をそのまま、それぞれの入力に渡します。</translation>
    </message>
    <message>
        <source>exp multiplies the gradient from the right by its own output.</source>
        <translation>expのノードは、右から来た勾配に自分の出力を掛けます。</translation>
    </message>
    <message>
        <source>1/x multiplies the gradient from the right by −(output)².</source>
        <translation>1/xのノードは、右から来た勾配に−(出力)²を掛けます。</translation>
    </message>
    <message>
        <source>apples</source>
        <translation>りんごの個数</translation>
    </message>
    <message>
        <source>apple price</source>
        <translation>りんごの値段</translation>
    </message>
    <message>
        <source>orange price</source>
        <translation>みかんの値段</translation>
    </message>
    <message>
        <source>oranges</source>
        <translation>みかんの個数</translation>
    </message>
    <message>
        <source>tax factor</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>Right. {0}.</source>
        <translation>正解です。{0}。</translation>
    </message>
    <message>
        <source>{0} are wrong: the mistake is between the weights of Affine2 and those of Affine1.</source>
        <translation>{0}が正しくありません。間違いは、Affine2の重みとAffine1の重みの間にあります。</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Secret fault</source>
        <translation>秘密の故障</translation>
    </message>
    <message>
        <source>Break a layer without saying which</source>
        <translation>どの層かを知らせずに、層を1つ壊します</translation>
    </message>
    <message>
        <source>Checked with a batch of four inputs. Which layer is broken?</source>
        <translation>入力4個のバッチで確認しました。壊れているのはどの層でしょうか？</translation>
    </message>
    <message>
        <source>One layer is broken. Which parameters are wrong? Press the layer that explains it.</source>
        <translation>層が1つ壊れています。正しくないのはどのパラメータでしょうか？ その原因になる層を押してください。</translation>
    </message>
    <message>
        <source>All are right: the tiny differences come from h and from the 1e−7 in the book&apos;s logarithm.</source>
        <translation>すべて正しい値です。ごくわずかな差は、hと、本の対数に加えた1e−7によるものです。</translation>
    </message>
    <message>
        <source>Only {0} is wrong: what goes on to the left is right, so the mistake is in {0} itself.</source>
        <translation>{0}だけが正しくありません。左に渡される勾配は正しいので、間違いは{0}そのものにあります。</translation>
    </message>
    <message>
        <source>All are wrong: the mistake is at the right end, where the backward pass starts.</source>
        <translation>すべて正しくありません。間違いは、逆伝播が始まる右端にあります。</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>誤差逆伝播法</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>数値微分</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Press “Secret fault” first.</source>
        <translation>先に「秘密の故障」を押してください。</translation>
    </message>
    <message>
        <source>No: a mistake in {0} would make other parameters wrong. Try again.</source>
        <translation>違います。{0}が間違っていたら、別のパラメータが正しくなくなります。もう一度試してください。</translation>
    </message>
    <message>
        <source>From dW1 and db1 alone, it could be the activation or the dx of Affine2.</source>
        <translation>dW1とdb1だけを見ると、活性化関数か、Affine2のdxのどちらかが考えられます。</translation>
    </message>
    <message>
        <source>where a is above 0, else 0</source>
        <translation>（aが0より大きいところだけ、ほかは0）</translation>
    </message>
    <message>
        <source>times z (1 − z)</source>
        <translation>× z (1 − z)</translation>
    </message>
    <message>
        <source>Forward starts with the input x = {0}. Go on with Next.</source>
        <translation>順伝播は入力x = {0}から始まります。「次へ」で進んでください。</translation>
    </message>
    <message>
        <source>Affine: a = x W1 + b1 = {0}</source>
        <translation>Affine：a = x W1 + b1 = {0}</translation>
    </message>
    <message>
        <source>{0}: z = {1}</source>
        <translation>{0}：z = {1}</translation>
    </message>
    <message>
        <source>Affine: the scores s = z W2 + b2 = {0}</source>
        <translation>Affine：スコアs = z W2 + b2 = {0}</translation>
    </message>
    <message>
        <source>Softmax: y = {0}. Cross entropy: L = −log {1} = {2}</source>
        <translation>Softmax：y = {0}。交差エントロピー誤差：L = −log {1} = {2}</translation>
    </message>
    <message>
        <source>Backward: the gradient of the scores is y − t = {0} − {1} = {2}</source>
        <translation>逆伝播：スコアの勾配はy − t = {0} − {1} = {2}</translation>
    </message>
    <message>
        <source>Affine: dW2 = zᵀ ds = {0}, db2 = ds = {1}</source>
        <translation>Affine：dW2 = zᵀ ds = {0}、db2 = ds = {1}</translation>
    </message>
    <message>
        <source>Affine: dz = ds W2ᵀ = {0}</source>
        <translation>Affine：dz = ds W2ᵀ = {0}</translation>
    </message>
    <message>
        <source>{0}: da = dz {1} = {2}</source>
        <translation>{0}：da = dz {1} = {2}</translation>
    </message>
    <message>
        <source>Affine: dW1 = xᵀ da = {0}, db1 = da = {1}, dx = da W1ᵀ = {2}</source>
        <translation>Affine：dW1 = xᵀ da = {0}、db1 = da = {1}、dx = da W1ᵀ = {2}</translation>
    </message>
    <message>
        <source>Numerical: dW1 = {0}, dW2 = {1}. Largest difference: {2}.</source>
        <translation>数値微分：dW1 = {0}、dW2 = {1}。差は最大で{2}。</translation>
    </message>
    <message>
        <source>{0} = {1}.</source>
        <translation>{0} = {1}。</translation>
    </message>
    <message>
        <source>Softmax uses all scores. With the cross entropy, ∂L/∂s becomes y − t.</source>
        <translation>ソフトマックスはすべてのスコアを使います。交差エントロピー誤差と組み合わせると、∂L/∂sはy − tになります。</translation>
    </message>
    <message>
        <source>Numerical: {0}.</source>
        <translation>数値微分：{0}。</translation>
    </message>
    <message>
        <source>Local derivative: ∂{0}/∂{1}{2} = {3}.</source>
        <translation>局所的な微分：∂{0}/∂{1}{2} = {3}。</translation>
    </message>
    <message>
        <source>value: above</source>
        <translation>上：値</translation>
    </message>
    <message>
        <source>gradient: below</source>
        <translation>下：勾配</translation>
    </message>
    <message>
        <source>Histograms of the activations</source>
        <translation>アクティベーションのヒストグラム</translation>
    </message>
    <message>
        <source>zeros {0}</source>
        <translation>ゼロ {0}</translation>
    </message>
    <message>
        <source>ends {0}</source>
        <translation>両端 {0}</translation>
    </message>
    <message>
        <source>std {0}</source>
        <translation>標準偏差 {0}</translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation>第{0}層</translation>
    </message>
    <message>
        <source>The spread shrinks from layer to layer: std {0} to {1}.</source>
        <translation>広がりが層ごとに小さくなっています：標準偏差は{0}から{1}へ。</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>重みの初期値</translation>
    </message>
    <message>
        <source>Layer 5 gives nearly the same for every input: nothing can be learnt from it.</source>
        <translation>第5層の出力は、どの入力でもほぼ同じです。そこからは何も学べません。</translation>
    </message>
    <message>
        <source>{0} of layer 5 is at the ends, where the slope is nearly 0: the gradient vanishes.</source>
        <translation>第5層の{0}が両端にあり、そこでは傾きがほぼ0です。勾配消失が起きます。</translation>
    </message>
    <message>
        <source>The spread is kept: std {0} in layer 1, {1} in layer 5.</source>
        <translation>広がりが保たれています：標準偏差は第1層で{0}、第5層で{1}です。</translation>
    </message>
    <message>
        <source>The spread grows from layer to layer: std {0} to {1}.</source>
        <translation>広がりが層ごとに大きくなっています：標準偏差は{0}から{1}へ。</translation>
    </message>
    <message>
        <source>Contours and paths</source>
        <translation>等高線と経路</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>f at the end</source>
        <translation>最後のf</translation>
    </message>
    <message>
        <source>all rates ×</source>
        <translation>全学習率 ×</translation>
    </message>
    <message>
        <source>start x</source>
        <translation>始点のx</translation>
    </message>
    <message>
        <source>start y</source>
        <translation>始点のy</translation>
    </message>
    <message>
        <source>start</source>
        <translation>始点</translation>
    </message>
    <message>
        <source>Learning rate of {0}</source>
        <translation>{0}の学習率</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>訓練画像</translation>
    </message>
    <message>
        <source>wrong labels (%)</source>
        <translation>誤ったラベル (%)</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>荷重減衰</translation>
    </message>
    <message>
        <source>dropout ratio</source>
        <translation>ドロップアウト率</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>認識精度 (%)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>now</source>
        <translation>今回</translation>
    </message>
    <message>
        <source>before</source>
        <translation>前回</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Curves of the training and the test images</source>
        <translation>訓練画像とテスト画像の曲線</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>{0} The last checkpoint of the training is kept as “{1}”.</source>
        <translation>{0}この学習の最後のチェックポイントは「{1}」に残っています。</translation>
    </message>
    <message>
        <source>gap {0}</source>
        <translation>差 {0}</translation>
    </message>
    <message>
        <source>gap {0} points</source>
        <translation>差 {0}ポイント</translation>
    </message>
    <message>
        <source>test images</source>
        <translation>テスト画像</translation>
    </message>
    <message>
        <source>Press Train.</source>
        <translation>「学習」を押してください。</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2}</source>
        <translation>{0}行{1}列：{2}</translation>
    </message>
    <message>
        <source>A zero of the padding</source>
        <translation>パディングの0</translation>
    </message>
    <message>
        <source>Never used: the window does not fit there</source>
        <translation>使われません。窓がここには収まりません</translation>
    </message>
    <message>
        <source>Not computed yet</source>
        <translation>まだ計算していません</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>ストライド</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>パディング</translation>
    </message>
    <message>
        <source>The window goes over the whole image</source>
        <translation>窓が画像全体を動きます</translation>
    </message>
    <message>
        <source>4 × 4</source>
        <translation>4 × 4</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>四角</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Your drawing on the Draw tab; a sample if there is none</source>
        <translation>手書きタブで書いた数字（なければサンプル）</translation>
    </message>
    <message>
        <source>Book&apos;s kernel</source>
        <translation>本のカーネル</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>ぼかし</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>シャープ</translation>
    </message>
    <message>
        <source>Horizontal edges</source>
        <translation>横のエッジ</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>自分で入力</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>ストライド</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>パディング</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>Size: {0} = {1}, rounded down to {2}. Hatched: never used.</source>
        <translation>サイズ：{0} = {1}、切り捨てて{2}。斜線の部分は使われません。</translation>
    </message>
    <message>
        <source>Of each 2 × 2 of the output, only the largest number is kept. Nothing is learned here.</source>
        <translation>出力の2 × 2ごとに、最も大きい数だけを残します。ここで学習するものはありません。</translation>
    </message>
    <message>
        <source>Size: {0} = {1}</source>
        <translation>サイズ：{0} = {1}</translation>
    </message>
    <message>
        <source>The output is smaller than a window of 2 × 2. Choose a larger padding or a smaller stride.</source>
        <translation>出力が2 × 2の窓より小さくなります。パディングを大きくするか、ストライドを小さくしてください。</translation>
    </message>
    <message>
        <source>The last row and column are left over.</source>
        <translation>最後の行と列は余ります。</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>out[{0}, {1}]: {2}</source>
        <translation>out[{0}, {1}]: {2}</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>積</translation>
    </message>
    <message>
        <source>im2col</source>
        <translation>im2col</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Maxプーリング</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>下に表示</translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation>プーリング後</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>自分の手書き数字</translation>
    </message>
    <message>
        <source>im2col: each window as a row</source>
        <translation>im2col：窓を1つずつ行に並べる</translation>
    </message>
    <message>
        <source>The window at out[{0}]</source>
        <translation>out[{0}]での窓</translation>
    </message>
    <message>
        <source>Row {0} times the kernel: {1}</source>
        <translation>{0}行目とカーネルの積和：{1}</translation>
    </message>
    <message>
        <source>im2col: {0} rows of {1} numbers</source>
        <translation>im2col：{1}個の数を並べた行が{0}行</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>= out</source>
        <translation>= out</translation>
    </message>
    <message>
        <source>The code that runs, with its values</source>
        <translation>実行されるコードとその値</translation>
    </message>
    <message>
        <source>{0}, in: {1}</source>
        <translation>{0}（場所：{1}）</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>レッスン</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>プレイグラウンド</translation>
    </message>
    <message>
        <source>2 Perceptron</source>
        <translation>2 パーセプトロン</translation>
    </message>
    <message>
        <source>3 Neural networks</source>
        <translation>3 ニューラルネットワーク</translation>
    </message>
    <message>
        <source>4 Learning</source>
        <translation>4 学習</translation>
    </message>
    <message>
        <source>5 Backpropagation</source>
        <translation>5 誤差逆伝播法</translation>
    </message>
    <message>
        <source>6 Training techniques</source>
        <translation>6 学習に関するテクニック</translation>
    </message>
    <message>
        <source>7 Convolution</source>
        <translation>7 畳み込み</translation>
    </message>
    <message>
        <source>Reset progress</source>
        <translation>進み具合をリセット</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} tasks solved</source>
        <translation>{0}：課題{2}問中{1}問が解決済み</translation>
    </message>
    <message>
        <source>All tasks are open again.</source>
        <translation>すべての課題が未解決に戻りました。</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>リセットを元に戻す</translation>
    </message>
    <message>
        <source>{0}/{1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Give the figure its first values</source>
        <translation>図を最初の値に戻します</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>一文でまとめると</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>コードをコピー</translation>
    </message>
    <message>
        <source>Copy code for a notebook that computes the same with the numbers of now</source>
        <translation>今の値で同じ計算をするノートブック用のコードをコピーします</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation>コードをコピーしました。</translation>
    </message>
    <message>
        <source>Task {0} is solved</source>
        <translation>課題{0}は解決済み</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>weight from {0} to {1}</source>
        <translation>{0}から{1}への重み</translation>
    </message>
    <message>
        <source>{0}: {1}, gradient {2}</source>
        <translation>{0}：{1}、勾配{2}</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>ニューロン{0}</translation>
    </message>
    <message>
        <source>{0}: gradient {1}</source>
        <translation>{0}：勾配{1}</translation>
    </message>
    <message>
        <source>Download MNIST ({0} MB)</source>
        <translation>MNISTをダウンロード（{0} MB）</translation>
    </message>
    <message>
        <source>Download the four files of MNIST, and use them in all lessons and trainings</source>
        <translation>MNISTの4つのファイルをダウンロードして、すべてのレッスンと学習で使います</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Downloading MNIST: {0} %</source>
        <translation>MNISTをダウンロード中：{0}%</translation>
    </message>
    <message>
        <source>MNIST could not be downloaded because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、MNISTをダウンロードできませんでした（{0}）。</translation>
    </message>
    <message>
        <source>Synthetic digits: MNIST is not on this computer.</source>
        <translation>合成数字：このコンピューターにMNISTがありません。</translation>
    </message>
    <message>
        <source>Loading the images…</source>
        <translation>画像を読み込んでいます…</translation>
    </message>
    <message>
        <source>MNIST: {0} training images and {1} test images</source>
        <translation>MNIST：訓練画像{0}枚、テスト画像{1}枚</translation>
    </message>
    <message>
        <source>Drag sideways, type a number, or use the arrow keys.</source>
        <translation>横にドラッグするか、数を入力するか、矢印キーを使ってください。</translation>
    </message>
    <message>
        <source>{0}: {1}, slope {2}</source>
        <translation>{0}：{1}、傾き{2}</translation>
    </message>
    <message>
        <source>{0}[{1}]: {2}</source>
        <translation>{0}[{1}]: {2}</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation>{0}：{1}、{2}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>x1 = {0}, x2 = {1}</source>
        <translation>x1 = {0}, x2 = {1}</translation>
    </message>
    <message>
        <source>The plane with the points</source>
        <translation>点のある平面</translation>
    </message>
    <message>
        <source>Click to add a point, right-click to remove one</source>
        <translation>クリックで点を追加、右クリックで削除</translation>
    </message>
    <message>
        <source>x1</source>
        <translation>x1</translation>
    </message>
    <message>
        <source>x2</source>
        <translation>x2</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>epoch 0</source>
        <translation>エポック0</translation>
    </message>
    <message>
        <source>Hidden layer {0}, neuron {1}: weights {2}; bias {3}</source>
        <translation>隠れ層{0}、ニューロン{1}：重み{2}、バイアス{3}</translation>
    </message>
    <message>
        <source>Neurons of hidden layer {0}</source>
        <translation>隠れ層{0}のニューロン</translation>
    </message>
    <message>
        <source>Input x{0}</source>
        <translation>入力x{0}</translation>
    </message>
    <message>
        <source>Output: weights {0}; bias {1}</source>
        <translation>出力：重み{0}、バイアス{1}</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>x = ({0}, {1}):  y = {2}</source>
        <translation>x = ({0}, {1}):  y = {2}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>One mini-batch</source>
        <translation>ミニバッチ1つ分</translation>
    </message>
    <message>
        <source>The rest of this epoch</source>
        <translation>このエポックの残り</translation>
    </message>
    <message>
        <source>The first weights again</source>
        <translation>最初の重みに戻します</translation>
    </message>
    <message>
        <source>The training has diverged: choose a smaller learning rate, then Restart.</source>
        <translation>学習が発散しました。学習率を小さくして、「最初から」を押してください。</translation>
    </message>
    <message>
        <source>Click into the plane to add points.</source>
        <translation>平面をクリックして、点を追加してください。</translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation>エポック{0}</translation>
    </message>
    <message>
        <source>5 steps/s</source>
        <translation>5ステップ/秒</translation>
    </message>
    <message>
        <source>2 epochs/s</source>
        <translation>2エポック/秒</translation>
    </message>
    <message>
        <source>20 epochs/s</source>
        <translation>20エポック/秒</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>最高速</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>{0} {1} %</source>
        <translation>{0} {1}%</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>円</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>三日月</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>渦巻き</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活性化関数</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>A click adds</source>
        <translation>クリックで追加する点</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自分で作る</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隠れ層</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>荷重減衰</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Hint for task {0}</source>
        <translation>課題{0}のヒント</translation>
    </message>
    <message>
        <source>{0} of {1} solved</source>
        <translation>{1}問中{0}問が解決済み</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>答え合わせ</translation>
    </message>
    <message>
        <source>Answer to task {0}</source>
        <translation>課題{0}の答え</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>解決済み</translation>
    </message>
    <message>
        <source>Not solved yet</source>
        <translation>未解決</translation>
    </message>
    <message>
        <source>Type a number, such as 45360, 0.5 or 1e-4.</source>
        <translation>45360、0.5、1e-4のような数を入力してください。</translation>
    </message>
    <message>
        <source>This is not the answer yet. Try again, or read the hint.</source>
        <translation>まだ正解ではありません。もう一度考えるか、ヒントを読んでください。</translation>
    </message>
    <message>
        <source>Task {0} is solved. {1}</source>
        <translation>課題{0}が解決しました。{1}</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>課題</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手書き</translation>
    </message>
    <message>
        <source>{0}[*] – Digit Lab</source>
        <translation>{0}[*] – Digit Lab</translation>
    </message>
    <message>
        <source>The network that was fine-tuned on your handwriting is neither kept nor discarded.</source>
        <translation>あなたの手書きでファインチューニングしたネットワークを、まだ採用も破棄もしていません。</translation>
    </message>
    <message>
        <source>Save it? You then choose a file for its weights.</source>
        <translation>保存しますか？ 次に、重みを保存するファイルを選びます。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>学習(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Label the drawing</source>
        <translation>手書き数字のラベル(&amp;L)</translation>
    </message>
    <message>
        <source>Tra&amp;ining speed</source>
        <translation>学習の速さ(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>This could not be done because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、実行できませんでした（{0}）。</translation>
    </message>
    <message>
        <source>There is not enough memory: close other programs, and try again.</source>
        <translation>メモリが足りません。ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>{0}, curves</source>
        <translation>{0}の曲線</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大表示</translation>
    </message>
    <message>
        <source>Cut the axis below the accuracies: small differences can be seen, but look large</source>
        <translation>軸の下側を省き、認識精度の範囲だけを表示します。小さな差が見えますが、実際より大きく見えます</translation>
    </message>
    <message>
        <source>this training</source>
        <translation>今の学習</translation>
    </message>
    <message>
        <source>Image (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Vector image (*.svg)</source>
        <translation>ベクター画像 (*.svg)</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>曲線の書き出し</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>カンマ区切り (*.csv)</translation>
    </message>
    <message>
        <source>“{0}” could not be written ({1}): choose another place.</source>
        <translation>「{0}」に書き込めませんでした（{1}）。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>{0}: the curves, and their values under the mouse</source>
        <translation>{0}：曲線と、マウスの位置での値</translation>
    </message>
    <message>
        <source>{0}: the epoch under the mouse</source>
        <translation>{0}：マウスの位置のエポック</translation>
    </message>
    <message>
        <source>Runs in the plots</source>
        <translation>グラフに表示中の学習記録</translation>
    </message>
    <message>
        <source>Point at a run to emphasise its curves. Solid lines: training set; dashed lines: test set.</source>
        <translation>学習記録にマウスを合わせると、その曲線が目立ちます。実線は訓練データ、破線はテストデータです。</translation>
    </message>
    <message>
        <source>{0}, under the mouse</source>
        <translation>{0}（マウスの位置）</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>エポック{0}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Wheel, drag, + and −: zoom. Shift and drag, arrows: move. Backspace: back. Home, double click: reset.</source>
        <translation>ホイール、ドラッグ、＋、−：拡大・縮小。Shift＋ドラッグ、矢印キー：移動。Backspace：戻る。Home、ダブルクリック：リセット。</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>認識精度 (%)</translation>
    </message>
    <message>
        <source>How many of the training and test digits the network predicts correctly will appear here.</source>
        <translation>ネットワークが訓練データとテストデータの数字をどれだけ正しく予測するかが、ここに表示されます。</translation>
    </message>
    <message>
        <source>loss (cross entropy)</source>
        <translation>交差エントロピー誤差</translation>
    </message>
    <message>
        <source>How far the network&apos;s predictions are from the true labels, for each mini-batch, will appear here.</source>
        <translation>ネットワークの予測が正解ラベルからどれだけ離れているかが、ミニバッチごとにここに表示されます。</translation>
    </message>
    <message>
        <source>Loss per epoch</source>
        <translation>エポックごとの損失</translation>
    </message>
    <message>
        <source>Per epoch</source>
        <translation>エポックごと</translation>
    </message>
    <message>
        <source>The mean losses on the training and the test set after each epoch will appear here: where the gap between them grows, the network overfits.</source>
        <translation>各エポック後の、訓練データとテストデータの損失の平均がここに表示されます。両者の差が開いていくところで、ネットワークは過学習しています。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>The step size of the optimiser will appear here.</source>
        <translation>最適化手法のステップの大きさがここに表示されます。</translation>
    </message>
    <message>
        <source>{0}, not from 0</source>
        <translation>{0}（軸は0から始まりません）</translation>
    </message>
    <message>
        <source>off</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Smoothing of the loss</source>
        <translation>損失の平滑化</translation>
    </message>
    <message>
        <source>The bold line is the average of this many losses</source>
        <translation>太い線は、この個数の損失の平均です</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>表示をリセット</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Go back to the previous view (Backspace)</source>
        <translation>前の表示に戻ります（Backspace）</translation>
    </message>
    <message>
        <source>Show the whole training (Home, or double click)</source>
        <translation>学習全体を表示します（Home、またはダブルクリック）</translation>
    </message>
    <message>
        <source>Write the curves to a file</source>
        <translation>曲線をファイルに書き出します</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation>数値(&amp;N) (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Image (PNG)…</source>
        <translation>画像(&amp;I) (PNG)…</translation>
    </message>
    <message>
        <source>&amp;Vector image (SVG)…</source>
        <translation>ベクター画像(&amp;V) (SVG)…</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>書き出し中…</translation>
    </message>
    <message>
        <source>The images look upright: they should not be turned.</source>
        <translation>画像の向きは正しいようです。向きを変える必要はありません。</translation>
    </message>
    <message>
        <source>The images look transposed, as EMNIST’s are.</source>
        <translation>EMNISTのように、画像が転置されているようです。</translation>
    </message>
    <message>
        <source>The images look inverted: black on white.</source>
        <translation>画像の白黒が反転しているようです（白地に黒）。</translation>
    </message>
    <message>
        <source>The images look transposed and inverted.</source>
        <translation>画像が転置され、白黒も反転しているようです。</translation>
    </message>
    <message>
        <source>What was noticed about the images</source>
        <translation>画像について気づいたこと</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>転置</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>白黒反転</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Leave as is</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Use transposed</source>
        <translation>転置して使う</translation>
    </message>
    <message>
        <source>Use inverted</source>
        <translation>反転して使う</translation>
    </message>
    <message>
        <source>Use both</source>
        <translation>両方を行う</translation>
    </message>
    <message>
        <source>Read the images another way</source>
        <translation>画像を別の方法で読み込みます</translation>
    </message>
    <message>
        <source>A network that is trained on them as they are misreads what you draw. Choose how to read them.</source>
        <translation>このまま学習すると、ネットワークはあなたの書いた数字を読み間違えます。画像の読み込み方を選んでください。</translation>
    </message>
    <message>
        <source>{0} of {1} read right</source>
        <translation>{1}枚中{0}枚が正解</translation>
    </message>
    <message>
        <source>sure of {0} of {1}</source>
        <translation>{1}枚中{0}枚に自信あり</translation>
    </message>
    <message>
        <source>Not while a network is being trained</source>
        <translation>学習中はできません</translation>
    </message>
    <message>
        <source>They are left as they are, as you chose.</source>
        <translation>選択に従い、画像をそのまま使います。</translation>
    </message>
    <message>
        <source>The images are transposed when they are read, as you chose.</source>
        <translation>選択に従い、画像を転置して読み込みます。</translation>
    </message>
    <message>
        <source>The images are inverted when they are read, as you chose.</source>
        <translation>選択に従い、画像の白黒を反転して読み込みます。</translation>
    </message>
    <message>
        <source>The images are transposed and inverted when they are read, as you chose.</source>
        <translation>選択に従い、画像を転置し、白黒を反転して読み込みます。</translation>
    </message>
    <message>
        <source>{0}: fits best</source>
        <translation>{0}：最も合っています</translation>
    </message>
    <message>
        <source>The images could not be checked because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、画像を確認できませんでした（{0}）。</translation>
    </message>
    <message>
        <source>There is not enough memory to check the images.</source>
        <translation>画像を確認するためのメモリが足りません。</translation>
    </message>
    <message>
        <source>Making synthetic digits: {0} %…</source>
        <translation>合成数字を作成中：{0}%…</translation>
    </message>
    <message>
        <source>Loading MNIST…</source>
        <translation>MNISTを読み込んでいます…</translation>
    </message>
    <message>
        <source>Loading images: {0} of {1}…</source>
        <translation>画像を読み込み中：{1}枚中{0}枚…</translation>
    </message>
    <message>
        <source>Loading your images…</source>
        <translation>あなたの画像を読み込んでいます…</translation>
    </message>
    <message>
        <source>Training images and test images</source>
        <translation>訓練画像とテスト画像</translation>
    </message>
    <message>
        <source>What is wrong with the files</source>
        <translation>ファイルの問題点</translation>
    </message>
    <message>
        <source>Compare the ways to read them</source>
        <translation>読み込み方を比べる</translation>
    </message>
    <message>
        <source>Compare the ways to read the images</source>
        <translation>画像の読み込み方を比べる</translation>
    </message>
    <message>
        <source>Training images and test images: the files have none to test with, so 1 in 7 was held out</source>
        <translation>訓練画像とテスト画像：ファイルにテスト用の画像がないため、7枚に1枚をテスト用に取り分けました</translation>
    </message>
    <message>
        <source>{0} training digits, {1} test digits</source>
        <translation>訓練用の数字{0}枚、テスト用の数字{1}枚</translation>
    </message>
    <message>
        <source>Samples of</source>
        <translation>サンプルの種類</translation>
    </message>
    <message>
        <source>No faults were found.</source>
        <translation>問題は見つかりませんでした。</translation>
    </message>
    <message>
        <source>Faults in the files</source>
        <translation>ファイルの問題</translation>
    </message>
    <message>
        <source>Show others</source>
        <translation>ほかの画像</translation>
    </message>
    <message>
        <source>Show other images</source>
        <translation>ほかの画像を表示します</translation>
    </message>
    <message>
        <source>The training images appear here once they are loaded.</source>
        <translation>読み込みが終わると、ここに訓練画像が表示されます。</translation>
    </message>
    <message>
        <source>{0}, images of {1}</source>
        <translation>{0}、{1}の画像</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>no</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Sample images of each digit</source>
        <translation>各数字のサンプル画像</translation>
    </message>
    <message>
        <source>{0}: image {1} of {2}</source>
        <translation>{0}：{2}枚中{1}枚目の画像</translation>
    </message>
    <message>
        <source>{0}, transposed</source>
        <translation>{0}（転置）</translation>
    </message>
    <message>
        <source>{0}, inverted</source>
        <translation>{0}（反転）</translation>
    </message>
    <message>
        <source>{0}, transposed and inverted</source>
        <translation>{0}（転置と反転）</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation>合成数字</translation>
    </message>
    <message>
        <source>Folder “{0}”</source>
        <translation>フォルダー「{0}」</translation>
    </message>
    <message>
        <source>File “{0}”</source>
        <translation>ファイル「{0}」</translation>
    </message>
    <message>
        <source>IDX “{0}”</source>
        <translation>IDX「{0}」</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>A folder with folders 0 to 9, and in each the images of that digit; or a folder of data files</source>
        <translation>0から9のフォルダーに、それぞれの数字の画像を入れたフォルダー。またはデータファイルを入れたフォルダー</translation>
    </message>
    <message>
        <source>Images with labels: CSV as from Kaggle, MNIST&apos;s IDX files, mnist.npz or mnist.pkl, compressed or not</source>
        <translation>ラベル付きの画像：KaggleのCSV、MNISTのIDXファイル、mnist.npz、mnist.pkl（圧縮していてもかまいません）</translation>
    </message>
    <message>
        <source>A folder of images…</source>
        <translation>画像のフォルダー…</translation>
    </message>
    <message>
        <source>A data file…</source>
        <translation>データファイル…</translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation>{1} MB中{0} MB</translation>
    </message>
    <message>
        <source>Loading the images</source>
        <translation>画像の読み込み</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>読み込みをキャンセル</translation>
    </message>
    <message>
        <source>Download of MNIST</source>
        <translation>MNISTのダウンロード</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>ダウンロードをキャンセル</translation>
    </message>
    <message>
        <source>The images are being loaded: one moment.</source>
        <translation>画像を読み込んでいます。少しお待ちください。</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet: download it, or choose the synthetic digits.</source>
        <translation>このコンピューターにはまだMNISTがありません。ダウンロードするか、合成数字を選んでください。</translation>
    </message>
    <message>
        <source>Loading “{0}”…</source>
        <translation>「{0}」を読み込んでいます…</translation>
    </message>
    <message>
        <source>Handwritten digits, as in the book.</source>
        <translation>本で使われている手書き数字です。</translation>
    </message>
    <message>
        <source>Digits that Digit Lab generates.</source>
        <translation>Digit Labが生成する数字です。</translation>
    </message>
    <message>
        <source>A folder with the folders 0 to 9</source>
        <translation>0から9のフォルダーを入れたフォルダー</translation>
    </message>
    <message>
        <source>A file of images with labels</source>
        <translation>ラベル付きの画像のファイル</translation>
    </message>
    <message>
        <source>MNIST is being downloaded…</source>
        <translation>MNISTをダウンロードしています…</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet.</source>
        <translation>このコンピューターにはまだMNISTがありません。</translation>
    </message>
    <message>
        <source>The images could not be loaded because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、画像を読み込めませんでした（{0}）。</translation>
    </message>
    <message>
        <source>There is not enough memory for these images: choose fewer.</source>
        <translation>この枚数の画像にはメモリが足りません。枚数を減らしてください。</translation>
    </message>
    <message>
        <source>Data files ({0})</source>
        <translation>データファイル ({0})</translation>
    </message>
    <message>
        <source>{0} predicted as {1}</source>
        <translation>{0}を{1}と予測</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} images ({3})</source>
        <translation>{0}：{2}枚中{1}枚（{3}）</translation>
    </message>
    <message>
        <source>{0} predicted correctly</source>
        <translation>{0}を正しく予測</translation>
    </message>
    <message>
        <source>There is no {0} among the images.</source>
        <translation>画像の中に{0}はありません。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Rows: true labels. Columns: predicted labels. The arrow keys move, Enter selects.</source>
        <translation>行は正解ラベル、列は予測したラベルです。矢印キーで移動し、Enterキーで選びます。</translation>
    </message>
    <message>
        <source>true</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>predicted as</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Select a run to see which digits its network confuses.</source>
        <translation>学習記録を選ぶと、そのネットワークがどの数字を取り違えるかがわかります。</translation>
    </message>
    <message>
        <source>Loading the network…</source>
        <translation>ネットワークを読み込んでいます…</translation>
    </message>
    <message>
        <source>The errors will appear here.</source>
        <translation>ここに誤りが表示されます。</translation>
    </message>
    <message>
        <source>correct so far; {0} of {1} predicted</source>
        <translation>これまでの認識精度（{1}枚中{0}枚を予測）</translation>
    </message>
    <message>
        <source>Cancelled before the first image.</source>
        <translation>最初の画像を予測する前にキャンセルしました。</translation>
    </message>
    <message>
        <source>correct; cancelled after {0} of {1}</source>
        <translation>認識精度（{1}枚中{0}枚でキャンセル）</translation>
    </message>
    <message>
        <source>correct: {0} of {1}</source>
        <translation>正解：{1}枚中{0}枚</translation>
    </message>
    <message>
        <source>There are no images to predict.</source>
        <translation>予測する画像がありません。</translation>
    </message>
    <message>
        <source>This run has no weights yet.</source>
        <translation>この学習記録にはまだ重みがありません。</translation>
    </message>
    <message>
        <source>All errors</source>
        <translation>すべての誤り</translation>
    </message>
    <message>
        <source>Open in Draw</source>
        <translation>手書きタブで開く</translation>
    </message>
    <message>
        <source>Open the image in the drawing tab</source>
        <translation>画像を手書きタブで開きます</translation>
    </message>
    <message>
        <source>No errors: every image was predicted correctly.</source>
        <translation>誤りはありません。すべての画像を正しく予測しました。</translation>
    </message>
    <message>
        <source>No {0} was predicted as {1}.</source>
        <translation>{0}を{1}と予測した画像はありません。</translation>
    </message>
    <message>
        <source>Probabilities of the selected image</source>
        <translation>選んだ画像の確率</translation>
    </message>
    <message>
        <source>Click: its probabilities. Double click: open it in Draw.</source>
        <translation>クリックすると確率を表示、ダブルクリックすると手書きタブで開きます。</translation>
    </message>
    <message>
        <source>the most confident first</source>
        <translation>確信度の高い順</translation>
    </message>
    <message>
        <source>the least confident first</source>
        <translation>確信度の低い順</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>{0}
Image {1} of {2}</source>
        <translation>{0}
{2}の{1}枚目の画像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>the dataset</source>
        <translation>このデータセット</translation>
    </message>
    <message>
        <source>Checkpoint of the training</source>
        <translation>学習のチェックポイント</translation>
    </message>
    <message>
        <source>In the cells</source>
        <translation>セルの値</translation>
    </message>
    <message>
        <source>Cancel the prediction, or resume it</source>
        <translation>予測をキャンセル、または再開します</translation>
    </message>
    <message>
        <source>Progress of the prediction</source>
        <translation>予測の進み具合</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>割合 (%)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Point at a cell for its counts; click it to see its images.</source>
        <translation>セルにマウスを合わせると枚数が、クリックすると画像が表示されます。</translation>
    </message>
    <message>
        <source>The prediction ended by an error in the program ({0}). The details are in the log.</source>
        <translation>プログラムのエラーのため、予測が終了しました（{0}）。詳しくはログを見てください。</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: close other programs, and try again.</source>
        <translation>このネットワークを使うためのメモリが足りません。ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>“{0}” has no weights yet: they come with its first epoch.</source>
        <translation>「{0}」にはまだ重みがありません。最初のエポックが終わると使えます。</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>Each image is changed a little each time it is used: the network learns more from it.</source>
        <translation>使うたびに画像を少しずつ変えます。そのぶん、ネットワークは多くを学べます。</translation>
    </message>
    <message>
        <source>Augmented images</source>
        <translation>データ拡張した画像</translation>
    </message>
    <message>
        <source>{0} digits, and below each an augmented one</source>
        <translation>数字{0}枚と、その下にデータ拡張した画像</translation>
    </message>
    <message>
        <source>Data augmentation</source>
        <translation>データ拡張</translation>
    </message>
    <message>
        <source>Originals, and augmented below</source>
        <translation>上が元の画像、下がデータ拡張後</translation>
    </message>
    <message>
        <source>Undo the last change of a setting (Ctrl+Z)</source>
        <translation>最後の設定の変更を元に戻します（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo the change of a setting (Ctrl+Y)</source>
        <translation>設定の変更をやり直します（Ctrl+Y）</translation>
    </message>
    <message>
        <source>{0}, {1} iterations per epoch</source>
        <translation>{0}、1エポックは{1}イテレーション</translation>
    </message>
    <message>
        <source>{0}, accuracies measured on {1} digits</source>
        <translation>{0}、認識精度は{1}枚で測定</translation>
    </message>
    <message>
        <source>{0}, temperature {1}</source>
        <translation>{0}、温度{1}</translation>
    </message>
    <message>
        <source>{0} must be {1}.</source>
        <translation>「{0}」は{1}でなければなりません。</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>約{0}</translation>
    </message>
    <message>
        <source>There are too few images for a validation split.</source>
        <translation>画像が少なすぎて、検証データを取り分けられません。</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>学習率の変化</translation>
    </message>
    <message>
        <source>From {0} to {1} over {2}</source>
        <translation>{2}で{0}から{1}へ</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>最適化</translation>
    </message>
    <message>
        <source>Epochs or iterations</source>
        <translation>エポックまたはイテレーション</translation>
    </message>
    <message>
        <source>The unit of the training&apos;s length</source>
        <translation>学習の長さの単位</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Train for</source>
        <translation>学習の長さ</translation>
    </message>
    <message>
        <source>fix the highlighted fields</source>
        <translation>強調表示された欄を直してください</translation>
    </message>
    <message>
        <source>Load settings</source>
        <translation>設定の読み込み</translation>
    </message>
    <message>
        <source>Settings ({0})</source>
        <translation>設定 ({0})</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>設定の保存</translation>
    </message>
    <message>
        <source>A part of the images is held out and evaluated after each epoch; the best weights are kept.</source>
        <translation>画像の一部を取り分けて、各エポックの後に評価します。最も良かった重みを残します。</translation>
    </message>
    <message>
        <source>Few images, or wrong labels, which the network then memorises: the test loss rises again.</source>
        <translation>少ない画像や誤ったラベルで学習します。ネットワークはそれらを覚え込み、テストデータの損失がまた上がっていきます。</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>学習の設定</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早期終了</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>過学習</translation>
    </message>
    <message>
        <source>What will be trained</source>
        <translation>学習の内容</translation>
    </message>
    <message>
        <source>Fix the highlighted fields to see what will be trained.</source>
        <translation>強調表示された欄を直すと、学習の内容が表示されます。</translation>
    </message>
    <message>
        <source>Fix the highlighted layers to see what will be trained.</source>
        <translation>強調表示された層を直すと、学習の内容が表示されます。</translation>
    </message>
    <message>
        <source>Last hidden layer</source>
        <translation>最後の隠れ層</translation>
    </message>
    <message>
        <source>The digit that is pointed at</source>
        <translation>マウスを合わせた数字</translation>
    </message>
    <message>
        <source>Open on the canvas</source>
        <translation>キャンバスで開く</translation>
    </message>
    <message>
        <source>★ is your drawing. Point at a digit to see it, click it to open it.</source>
        <translation>★はあなたの手書き数字です。点にマウスを合わせるとその数字が表示され、クリックすると開きます。</translation>
    </message>
    <message>
        <source>Computing the map…</source>
        <translation>マップを計算しています…</translation>
    </message>
    <message>
        <source>{0} test digits, {1} activations each. The two axes show {2} % of their variance.</source>
        <translation>テスト用の数字{0}枚、それぞれのアクティベーション{1}個。2つの軸は、その分散の{2}%を表します。</translation>
    </message>
    <message>
        <source>True label {0}</source>
        <translation>正解ラベル{0}</translation>
    </message>
    <message>
        <source>The map could not be computed because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、マップを計算できませんでした（{0}）。</translation>
    </message>
    <message>
        <source>There is not enough memory for the map of this network.</source>
        <translation>このネットワークのマップを計算するためのメモリが足りません。</translation>
    </message>
    <message>
        <source>Test digit {0}, true label {1}</source>
        <translation>テスト用の数字{0}、正解ラベル{1}</translation>
    </message>
    <message>
        <source>Map of the test digits</source>
        <translation>テスト用の数字のマップ</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>A fully connected (dense) layer: y = x W + b.</source>
        <translation>全結合層：y = x W + b。</translation>
    </message>
    <message>
        <source>Each filter slides over the image and gives one output channel.</source>
        <translation>それぞれのフィルターが画像の上を動き、出力のチャンネルを1つ作ります。</translation>
    </message>
    <message>
        <source>The largest value of each small square: the image gets smaller.</source>
        <translation>小さな正方形ごとの最大値をとります。画像は小さくなります。</translation>
    </message>
    <message>
        <source>max(0, x) of each value.</source>
        <translation>それぞれの値のmax(0, x)。</translation>
    </message>
    <message>
        <source>1 / (1 + exp(−x)) of each value.</source>
        <translation>それぞれの値の1 / (1 + exp(−x))。</translation>
    </message>
    <message>
        <source>The hyperbolic tangent of each value, from −1 to 1.</source>
        <translation>それぞれの値の双曲線正接（−1から1）。</translation>
    </message>
    <message>
        <source>Normalises each channel to mean 0, variance 1.</source>
        <translation>チャンネルごとに平均0、分散1に正規化します。</translation>
    </message>
    <message>
        <source>Sets random outputs to 0 in training, so that none depends on another.</source>
        <translation>学習中に出力をランダムに0にして、互いに頼らないようにします。</translation>
    </message>
    <message>
        <source>{0} × {0}</source>
        <translation>{0} × {0}</translation>
    </message>
    <message>
        <source>{0} × {0}, /{1}</source>
        <translation>{0} × {0}, /{1}</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>ニューロン</translation>
    </message>
    <message>
        <source>The size of the output</source>
        <translation>出力のサイズ</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>The channels of the output</source>
        <translation>出力のチャンネル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Width and height, in pixels</source>
        <translation>幅と高さ（ピクセル）</translation>
    </message>
    <message>
        <source>How far a filter moves at each step, in pixels</source>
        <translation>1ステップでフィルターが動く幅（ピクセル）</translation>
    </message>
    <message>
        <source>How many zeros are added on each side of the image</source>
        <translation>画像の上下左右に足す0の数</translation>
    </message>
    <message>
        <source>Weight initialisation</source>
        <translation>重みの初期値</translation>
    </message>
    <message>
        <source>How W is initialised; b starts at 0</source>
        <translation>Wの初期値の決め方（bは0から始まります）</translation>
    </message>
    <message>
        <source>The standard deviation of the initial weights</source>
        <translation>重みの初期値の標準偏差</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>The fraction of the outputs that are set to 0 in training: from 0 to below 1</source>
        <translation>学習中に0にする出力の割合：0以上1未満</translation>
    </message>
    <message>
        <source>A {0} layer takes images; after an Affine layer there are only vectors: move it up.</source>
        <translation>{0}層には画像を入力します。Affine層の後はベクトルになるので、この層を上に移してください。</translation>
    </message>
    <message>
        <source>Fix the highlighted layers to see the total.</source>
        <translation>強調表示された層を直すと、合計が表示されます。</translation>
    </message>
    <message>
        <source>{0}
{1} layers: there can be no more.</source>
        <translation>{0}
層は{1}個あります。これ以上は追加できません。</translation>
    </message>
    <message>
        <source>{0}: write a whole number, such as {1}.</source>
        <translation>{0}：{1}のような整数を入力してください。</translation>
    </message>
    <message>
        <source>{0}: write a number, such as {1}.</source>
        <translation>{0}：{1}のような数を入力してください。</translation>
    </message>
    <message>
        <source>An image with one channel: pixels from 0 to 1, white ink on black.</source>
        <translation>1チャンネルの画像：0から1のピクセル、黒地に白のインク。</translation>
    </message>
    <message>
        <source>A vector of pixels from 0 to 1, white ink on black.</source>
        <translation>0から1のピクセルを並べたベクトル、黒地に白のインク。</translation>
    </message>
    <message>
        <source>10 digits</source>
        <translation>10個の数字</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>出力 {0}</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>パラメータ{0}個</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>ネットワークの層</translation>
    </message>
    <message>
        <source>Network to start from</source>
        <translation>もとにするネットワーク</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>ソフトマックス</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>層を追加</translation>
    </message>
    <message>
        <source>After the selected one, or at the end (Insert)</source>
        <translation>選んだ層の後、または最後に追加します（Insert）</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上へ移動（Alt+Up）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下へ移動（Alt+Down）</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>削除（Delete）</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>元に戻す（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>やり直し（Ctrl+Y）</translation>
    </message>
    <message>
        <source>The weights of epoch {0}, the best on the validation split, are kept.</source>
        <translation>検証データで最も良かったエポック{0}の重みを残しました。</translation>
    </message>
    <message>
        <source>Done in {0} s. {1}</source>
        <translation>{0}秒で完了しました。{1}</translation>
    </message>
    <message>
        <source>{0} The drawing tab predicts with this network now.</source>
        <translation>{0}手書きタブの予測には、このネットワークを使っています。</translation>
    </message>
    <message>
        <source>Done in {0} s.</source>
        <translation>{0}秒で完了しました。</translation>
    </message>
    <message>
        <source>Paused. {0}</source>
        <translation>一時停止中です。{0}</translation>
    </message>
    <message>
        <source>Training on the {0}.</source>
        <translation>{0}で学習中です。</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0} It has learned almost nothing. More epochs may help.</source>
        <translation>{0}ほとんど何も学習していません。エポックを増やすとよいかもしれません。</translation>
    </message>
    <message>
        <source>{0} The network keeps what it has learned.</source>
        <translation>{0}それまでに学習した内容は、ネットワークに残っています。</translation>
    </message>
    <message>
        <source>Stopped before anything was learned.</source>
        <translation>何も学習しないうちに中止しました。</translation>
    </message>
    <message>
        <source>Paused. The network stays as it is: draw a digit to try it, then resume.</source>
        <translation>一時停止中です。ネットワークはこのまま変わりません。数字を書いて試してから、再開してください。</translation>
    </message>
    <message>
        <source>MNIST training set, {0} digits</source>
        <translation>MNISTの訓練データ{0}枚</translation>
    </message>
    <message>
        <source>{0} synthetic digits</source>
        <translation>合成数字{0}枚</translation>
    </message>
    <message>
        <source>All iterations are done: measuring the accuracy on the whole test set…</source>
        <translation>すべてのイテレーションが終わりました。テストデータ全体で認識精度を測っています…</translation>
    </message>
    <message>
        <source>Try a smaller learning rate.</source>
        <translation>学習率を小さくしてみてください。</translation>
    </message>
    <message>
        <source>The loss diverged. {0}</source>
        <translation>損失が発散しました。{0}</translation>
    </message>
    <message>
        <source>{0} images of your own</source>
        <translation>あなたの画像{0}枚</translation>
    </message>
    <message>
        <source>{0} iterations/s · {1} images/s</source>
        <translation>{0}イテレーション/秒 · {1}枚/秒</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>残り{0}時間{1}分</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>エポック{0} / {1}</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>残り{0}秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>残り{0}分</translation>
    </message>
    <message>
        <source>Iteration {0} of {1}</source>
        <translation>イテレーション{0} / {1}</translation>
    </message>
    <message>
        <source>Exported “{0}” to “{1}”.</source>
        <translation>「{0}」を「{1}」に書き出しました。</translation>
    </message>
    <message>
        <source>Exported the settings of “{0}” to “{1}”.</source>
        <translation>「{0}」の設定を「{1}」に書き出しました。</translation>
    </message>
    <message>
        <source>Imported {0}.</source>
        <translation>{0}を読み込みました。</translation>
    </message>
    <message>
        <source>The settings of “{0}” cannot be exported: its images are on another computer.</source>
        <translation>「{0}」の画像は別のコンピューターにあるため、設定を書き出せません。</translation>
    </message>
    <message>
        <source>{0} What you typed is kept, and stored as soon as that is possible.</source>
        <translation>{0}入力した内容はそのまま残り、保存できるようになった時点で保存されます。</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>学習記録の名前</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Shown in the plots, in this colour</source>
        <translation>この色でグラフに表示中</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Double click or F2 to rename</source>
        <translation>ダブルクリックまたはF2で名前を変更</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>When the training started</source>
        <translation>学習を始めた日時</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>今日 {0}</translation>
    </message>
    <message>
        <source>The network&apos;s layers</source>
        <translation>ネットワークの層</translation>
    </message>
    <message>
        <source>The dataset it was trained on</source>
        <translation>学習に使ったデータセット</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Epochs done, of how many</source>
        <translation>終わったエポック数と全エポック数</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Accuracy on the test set</source>
        <translation>テストデータでの認識精度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>How long it was trained</source>
        <translation>学習にかかった時間</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>The status of the training</source>
        <translation>学習の状態</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Settings in which the shown runs differ</source>
        <translation>表示中の学習記録で異なる設定</translation>
    </message>
    <message>
        <source>Show two or more runs in the plots to compare their settings here.</source>
        <translation>2件以上の学習記録をグラフに表示すると、ここで設定を比べられます。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>テストの認識精度</translation>
    </message>
    <message>
        <source>Loss gap</source>
        <translation>損失の差</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Note about the run</source>
        <translation>学習記録のメモ</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>メモを書く…</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>下に表示する内容</translation>
    </message>
    <message>
        <source>Settings and scores of the run</source>
        <translation>学習記録の設定と成績</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この学習記録</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>No run is selected.</source>
        <translation>学習記録が選ばれていません。</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>学習記録を絞り込む</translation>
    </message>
    <message>
        <source>Filter by name, network, settings, data, status or note</source>
        <translation>名前、ネットワーク、設定、データ、状態、メモで絞り込み</translation>
    </message>
    <message>
        <source>No run contains “{0}”.</source>
        <translation>「{0}」を含む学習記録はありません。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation>{0}分前</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>{0} It was imported from a file.</source>
        <translation>{0}ファイルから読み込んだ学習記録です。</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <translation>ddd曜 HH:mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>It is being trained.</source>
        <translation>学習中です。</translation>
    </message>
    <message>
        <source>It was paused at epoch {0} of {1} and can be resumed.</source>
        <translation>エポック{0}（全{1}）で一時停止しました。再開できます。</translation>
    </message>
    <message>
        <source>It was interrupted at epoch {0} of {1}: the program ended unexpectedly.</source>
        <translation>エポック{0}（全{1}）で中断しました。プログラムが予期せず終了したためです。</translation>
    </message>
    <message>
        <source>It was stopped at epoch {0} of {1}.</source>
        <translation>エポック{0}（全{1}）で中止しました。</translation>
    </message>
    <message>
        <source>The training was completed.</source>
        <translation>学習は完了しました。</translation>
    </message>
    <message>
        <source>Its loss diverged: a smaller learning rate may help.</source>
        <translation>損失が発散しました。学習率を小さくするとよいかもしれません。</translation>
    </message>
    <message>
        <source>It was ended by an error at epoch {0} of {1}.</source>
        <translation>エポック{0}（全{1}）で、エラーのため終了しました。</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>The training “{0}” was interrupted at epoch {1} of {2}.</source>
        <translation>学習「{0}」は、エポック{1}（全{2}）で中断しました。</translation>
    </message>
    <message>
        <source>{0} It has no checkpoint yet: resuming starts it again.</source>
        <translation>{0}チェックポイントがまだないため、再開すると最初からになります。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>It stays in the list of runs and can be resumed there</source>
        <translation>学習記録の一覧に残り、そこから再開できます</translation>
    </message>
    <message>
        <source>The current training is in the plots. Keep it there when another one starts (Space)</source>
        <translation>今の学習はグラフに表示されています。別の学習を始めてもグラフに残します（スペースキー）</translation>
    </message>
    <message>
        <source>current training</source>
        <translation>今の学習</translation>
    </message>
    <message>
        <source>Hide it from the plots (Space)</source>
        <translation>グラフから隠します（スペースキー）</translation>
    </message>
    <message>
        <source>Show it in the plots (Space)</source>
        <translation>グラフに表示します（スペースキー）</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>An imported run cannot be resumed</source>
        <translation>読み込んだ学習記録は再開できません</translation>
    </message>
    <message>
        <source>It ended before its first checkpoint</source>
        <translation>最初のチェックポイントの前に終わりました</translation>
    </message>
    <message>
        <source>&amp;Use these weights</source>
        <translation>この重みを使う(&amp;U)</translation>
    </message>
    <message>
        <source>Predict drawings with the network of this run</source>
        <translation>この学習記録のネットワークで、手書き数字を予測します</translation>
    </message>
    <message>
        <source>&amp;Train again with these settings</source>
        <translation>この設定でもう一度学習(&amp;T)</translation>
    </message>
    <message>
        <source>Fill in the form with the settings of this run</source>
        <translation>この学習記録の設定をフォームに入れます</translation>
    </message>
    <message>
        <source>Continue the training from its last checkpoint</source>
        <translation>最後のチェックポイントから学習を続けます</translation>
    </message>
    <message>
        <source>&amp;Show errors</source>
        <translation>誤りを表示(&amp;S)</translation>
    </message>
    <message>
        <source>Show the test images that this run predicts wrongly</source>
        <translation>この学習記録のネットワークが誤って予測したテスト画像を表示します</translation>
    </message>
    <message>
        <source>Show &amp;layers</source>
        <translation>層を表示(&amp;L)</translation>
    </message>
    <message>
        <source>Show the activations and gradients of each layer at the epochs of this run</source>
        <translation>この学習記録の各エポックでの、層ごとのアクティベーションと勾配を表示します</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation>学習記録に別の名前を付けます</translation>
    </message>
    <message>
        <source>Show in the &amp;plots</source>
        <translation>グラフに表示(&amp;P)</translation>
    </message>
    <message>
        <source>Show the curves of the run, or hide them</source>
        <translation>学習記録の曲線を表示、または隠します</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the run into one file: settings, curves and weights</source>
        <translation>設定、曲線、重みを1つのファイルに書き出します</translation>
    </message>
    <message>
        <source>Export &amp;settings…</source>
        <translation>設定を書き出す(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the settings into a file that can be read, changed and trained with</source>
        <translation>設定をファイルに書き出します。このファイルは読むことも、書き換えて学習に使うこともできます</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Add runs that were exported</source>
        <translation>書き出された学習記録を追加します</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the run; this can be undone</source>
        <translation>学習記録を削除します。元に戻せます</translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation>先に学習記録を選んでください</translation>
    </message>
    <message>
        <source>This run has no weights</source>
        <translation>この学習記録には重みがありません</translation>
    </message>
    <message>
        <source>Select a single run</source>
        <translation>学習記録を1件だけ選んでください</translation>
    </message>
    <message>
        <source>It is being trained</source>
        <translation>学習中です</translation>
    </message>
    <message>
        <source>Its training is complete</source>
        <translation>学習は完了しています</translation>
    </message>
    <message>
        <source>Its loss diverged: train again with a smaller learning rate</source>
        <translation>損失が発散しています。学習率を小さくして、もう一度学習してください</translation>
    </message>
    <message>
        <source>It is being trained: stop it first</source>
        <translation>学習中です。先に中止してください</translation>
    </message>
    <message>
        <source>Every training is kept here, with its curves and weights. Train a network to start.</source>
        <translation>すべての学習が、曲線と重みとともにここに記録されます。まず、ネットワークを学習させてみましょう。</translation>
    </message>
    <message>
        <source>At most {0} runs can be in the plots at once: hide one first.</source>
        <translation>グラフに表示できる学習記録は{0}件までです。先にどれかを隠してください。</translation>
    </message>
    <message>
        <source>run</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>Restore what was deleted (Ctrl+Z)</source>
        <translation>削除したものを復元します（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Delete the runs that cannot be read. This cannot be undone.</source>
        <translation>読み込めない学習記録を削除します。元に戻せません。</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>学習記録の書き出し</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>設定の書き出し</translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation>学習記録の読み込み</translation>
    </message>
    <message>
        <source>Deleted {0}.</source>
        <translation>{0}を削除しました。</translation>
    </message>
    <message>
        <source>Training runs (*.zip)</source>
        <translation>学習記録 (*.zip)</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>設定 (*.toml)</translation>
    </message>
    <message>
        <source>{0}, {1} of {2} epochs in {3}</source>
        <translation>{0}、{2}エポック中{1}、{3}</translation>
    </message>
    <message>
        <source>Layer {0}, {1}: {2}</source>
        <translation>第{0}層、{1}：{2}</translation>
    </message>
    <message>
        <source>Not evaluated yet.</source>
        <translation>まだ評価していません。</translation>
    </message>
    <message>
        <source>started {0}</source>
        <translation>{0}開始</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation>データのフィンガープリント</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>training set {0} at epoch {1}</source>
        <translation>エポック{1}で訓練データ{0}</translation>
    </message>
    <message>
        <source>imported from a file</source>
        <translation>ファイルから読み込み</translation>
    </message>
    <message>
        <source>validation split {0}</source>
        <translation>検証データ{0}</translation>
    </message>
    <message>
        <source>test set {0}</source>
        <translation>テストデータ{0}</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>{0} (no room)</source>
        <translation>{0}（表示する幅がありません）</translation>
    </message>
    <message>
        <source>{0}, trained here</source>
        <translation>{0}（ここで学習）</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>使い方：</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>位置引数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>このヘルプを表示して終了する</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>引数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>認識できない引数です：%s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>次の引数が必要です：%s</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>引数 %s のどれか1つが必要です</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>引数 %s と一緒には使えません</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>値が1つ必要です</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>値が1つ以上必要です</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>値 %r は指定できません</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>選べない値です：%(value)r（%(choices)s から選んでください）</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>オプション %(option)s があいまいです：%(matches)s のどれかに決められません</translation>
    </message>
    <message>
        <source>{0}: {1} (see --help)</source>
        <translation>{0}：{1}（--helpを参照）</translation>
    </message>
    <message>
        <source>not sure, perhaps {0} ({1:.1%})</source>
        <translation>自信なし、おそらく{0}（{1:.1%}）</translation>
    </message>
    <message>
        <source>accuracy {0:.4f} of {1:,}, calibration error {2:.4f}, {3:.2f} s</source>
        <translation>認識精度 {0:.4f}（{1:,}枚）、キャリブレーション誤差 {2:.4f}、{3:.2f}秒</translation>
    </message>
    <message>
        <source>all digits are about equally likely</source>
        <translation>どの数字もほぼ同じ確率です</translation>
    </message>
    <message>
        <source>MNIST is in {0}</source>
        <translation>MNISTは{0}にあります</translation>
    </message>
    <message>
        <source>{0}: {1:,} of {2:,} predicted wrongly</source>
        <translation>{0}: {2:,}枚中{1:,}枚の予測が誤り</translation>
    </message>
    <message>
        <source>{0}: not sure of digit {1}: {2}, {3} digits ({4:.1%})</source>
        <translation>{0}: {1}番目の数字に自信なし：{2}、数字{3}個（{4:.1%}）</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} digits ({3:.1%})</source>
        <translation>{0}: {1}、数字{2}個（{3:.1%}）</translation>
    </message>
    <message>
        <source>digit {0}: {1}</source>
        <translation>{0}番目の数字：{1}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>epoch {0:6.2f}: {1}</source>
        <translation>エポック {0:6.2f}: {1}</translation>
    </message>
    <message>
        <source>loss {0:.4f}</source>
        <translation>損失 {0:.4f}</translation>
    </message>
    <message>
        <source>Start again with a smaller learning rate.</source>
        <translation>学習率を小さくして、もう一度始めてください。</translation>
    </message>
    <message>
        <source>The log “{0}” cannot be written: {1}.</source>
        <translation>ログ「{0}」に書き込めません：{1}。</translation>
    </message>
    <message>
        <source>warning: {0}</source>
        <translation>警告：{0}</translation>
    </message>
    <message>
        <source>it</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Digit Lab is in the menu of your desktop now; its files are in “{0}”.</source>
        <translation>Digit Labをデスクトップのメニューに追加しました。追加したファイルの場所：「{0}」</translation>
    </message>
    <message>
        <source>Digit Lab is no longer in the menu of your desktop.</source>
        <translation>Digit Labをデスクトップのメニューから削除しました。</translation>
    </message>
    <message>
        <source>There is not enough memory: choose a smaller network or batch.</source>
        <translation>メモリが足りません。ネットワークまたはバッチサイズを小さくしてください。</translation>
    </message>
    <message>
        <source>There is no image in the folder “{0}”: only files directly in it are used.</source>
        <translation>フォルダー「{0}」に画像がありません。直下にあるファイルだけを使います。</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>ファイル「{0}」がありません。</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>「{0}」を読み込めません：{1}。</translation>
    </message>
    <message>
        <source>transposed, as EMNIST’s are</source>
        <translation>EMNISTのように転置されている</translation>
    </message>
    <message>
        <source>inverted: black on white, where digits are white on black</source>
        <translation>白黒が反転している（黒地に白のはずが、白地に黒）</translation>
    </message>
    <message>
        <source>transposed and inverted</source>
        <translation>転置され、白黒も反転している</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>そのままの形</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>転置した形</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>白黒を反転した形</translation>
    </message>
    <message>
        <source>Use {0} instead of {1}.</source>
        <translation>{1}の代わりに{0}を使ってください。</translation>
    </message>
    <message numerus="yes">
        <source>and %n problem(s) more</source>
        <translation>
            <numerusform>ほか%n件の問題</numerusform>
        </translation>
    </message>
    <message>
        <source>there are no test images: of {0:,} images, {1:,} (one in seven of each digit) are held out for the test</source>
        <translation>テスト画像がありません。画像{0:,}枚のうち{1:,}枚（各数字の7枚に1枚）をテスト用に取り分けます</translation>
    </message>
    <message>
        <source>there are too few images to see whether they are upright and white on black: they are left as they are</source>
        <translation>画像が少なすぎて、向きと白黒が正しいか確認できません。そのまま使います</translation>
    </message>
    <message>
        <source>of {0} images read {1}, the shipped network is sure of {2}, and no other way fits clearly better: they may be rotated, or no digits. They are left as they are</source>
        <translation>{1}で読み込んだ画像{0}枚のうち、付属のネットワークが自信を持つのは{2}枚で、これより明らかに合う読み込み方もありません。画像が回転しているか、数字ではないのかもしれません。そのまま使います</translation>
    </message>
    <message>
        <source>better {0}</source>
        <translation>{0}のほうが合っている</translation>
    </message>
    <message>
        <source>the images look {0}: of {1}, the shipped network reads {2} as they are labelled when they are read {3}, and {4} {5}.</source>
        <translation>画像は{0}ようです。付属のネットワークの予測がラベルと一致するのは、{1}枚のうち、{3}で読み込むと{2}枚、{5}では{4}枚です。</translation>
    </message>
    <message>
        <source>the images look {0}: of {1}, the shipped network is sure of {2} when they are read {3}, and {4} {5}.</source>
        <translation>画像は{0}ようです。付属のネットワークが自信を持つのは、{1}枚のうち、{3}で読み込むと{2}枚、{5}では{4}枚です。</translation>
    </message>
    <message>
        <source>Add {0} to correct them, or {1} to keep them without this warning.</source>
        <translation>直すには{0}を付けてください。このまま使い、警告を出さないようにするには{1}を付けてください。</translation>
    </message>
    <message>
        <source>Omit {0}.</source>
        <translation>{0}を外してください。</translation>
    </message>
    <message>
        <source>of {0} images read {1}, the shipped network reads {2} as they are labelled, and no other way fits clearly better: they may be rotated, or no digits. They are left as they are</source>
        <translation>{1}で読み込んだ画像{0}枚のうち、付属のネットワークの予測がラベルと一致するのは{2}枚で、これより明らかに合う読み込み方もありません。画像が回転しているか、数字ではないのかもしれません。そのまま使います</translation>
    </message>
    <message>
        <source> images</source>
        <translation>枚</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>the images were not checked: {0}</source>
        <translation>画像は確認していません：{0}</translation>
    </message>
    <message>
        <source>where the window cannot be opened, also show what Qt and the system&apos;s libraries print</source>
        <translation>ウィンドウを開けないときは、Qtとシステムのライブラリの出力も表示する</translation>
    </message>
    <message>
        <source>add the program to the menu of a Linux desktop, or remove it</source>
        <translation>Linuxデスクトップのメニューにプログラムを追加または削除する</translation>
    </message>
    <message>
        <source>train on the pen strokes of .npz files, too</source>
        <translation>.npzファイルのペンのストロークも学習に使う</translation>
    </message>
    <message>
        <source>images that are stored in another way</source>
        <translation>別の形で保存された画像</translation>
    </message>
    <message>
        <source>“{0}” is neither a command nor a file</source>
        <translation>「{0}」はコマンドでもファイルでもありません</translation>
    </message>
    <message>
        <source>--verbose is for the window: omit it, or the command</source>
        <translation>--verboseはウィンドウ用です。これを外すか、コマンドを外してください</translation>
    </message>
    <message>
        <source>--as-is leaves the images as they are: omit it, or {0}</source>
        <translation>--as-isは画像をそのまま使います。これを外すか、{0}を外してください</translation>
    </message>
    <message>
        <source>synthetic digits are upright: omit {0}</source>
        <translation>合成数字は正しい向きです。{0}を外してください</translation>
    </message>
    <message>
        <source>pen strokes are upright: omit {0}</source>
        <translation>ペンのストロークは正しい向きです。{0}を外してください</translation>
    </message>
    <message>
        <source>default: the shipped ones</source>
        <translation>省略時：付属の重み</translation>
    </message>
    <message>
        <source>of weights whose file does not say it (default: measured)</source>
        <translation>ファイルに書かれていない場合の、重みの活性化関数（省略時：測って決める）</translation>
    </message>
    <message>
        <source>the test set of MNIST (in DIR)</source>
        <translation>MNISTのテストデータ（DIRの中）</translation>
    </message>
    <message>
        <source>the test set of your own images: a folder, IDX, CSV, .npz, .pkl</source>
        <translation>自分の画像のテストデータ：フォルダー、IDX、CSV、.npz、.pkl</translation>
    </message>
    <message>
        <source>an .npz file of pen strokes</source>
        <translation>ペンのストロークの.npzファイル</translation>
    </message>
    <message>
        <source>only these sites</source>
        <translation>この収集元だけを使う</translation>
    </message>
    <message>
        <source>transpose each image: EMNIST&apos;s are transposed</source>
        <translation>画像を転置する（EMNISTの画像は転置されている）</translation>
    </message>
    <message>
        <source>invert each image: black on white becomes white on black</source>
        <translation>画像の白黒を反転する（白地に黒を、黒地に白にする）</translation>
    </message>
    <message>
        <source>leave them as they are, without a warning</source>
        <translation>警告を出さずに、そのまま使う</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>バージョンを表示する</translation>
    </message>
    <message>
        <source>open the window with these weights</source>
        <translation>この重みでウィンドウを開く</translation>
    </message>
    <message>
        <source>the accuracy of weights on MNIST&apos;s test set or on pen strokes</source>
        <translation>MNISTのテストデータ、またはペンのストロークで、重みの認識精度を測る</translation>
    </message>
    <message>
        <source>images at a time (100)</source>
        <translation>一度に扱う画像の枚数（100）</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>JSONオブジェクトを1つ出力する</translation>
    </message>
    <message>
        <source>print the ten probabilities of images and drawings</source>
        <translation>画像や手書き数字の、10個の確率を表示する</translation>
    </message>
    <message>
        <source>print a JSON list, one object per image</source>
        <translation>JSONのリストを出力する（画像ごとにオブジェクト1つ）</translation>
    </message>
    <message>
        <source>save an image of the most common mistakes</source>
        <translation>最も多い誤りを画像に保存する</translation>
    </message>
    <message>
        <source>where to save the image: .png</source>
        <translation>画像の保存先：.png</translation>
    </message>
    <message>
        <source>kinds of mistakes to show (10)</source>
        <translation>表示する誤りの種類の数（10）</translation>
    </message>
    <message>
        <source>download MNIST</source>
        <translation>MNISTをダウンロードする</translation>
    </message>
    <message>
        <source>default: the program&apos;s data folder</source>
        <translation>省略時：プログラムのデータフォルダー</translation>
    </message>
    <message>
        <source>add it, with its icon and its types of files</source>
        <translation>アイコンとファイルの種類も含めて追加する</translation>
    </message>
    <message>
        <source>remove what --install added</source>
        <translation>--installで追加したものを削除する</translation>
    </message>
    <message>
        <source>that of a shipped network</source>
        <translation>付属のネットワークの設定</translation>
    </message>
    <message>
        <source>a convolutional network</source>
        <translation>畳み込みネットワーク</translation>
    </message>
    <message>
        <source>all settings, as the window exports them</source>
        <translation>ウィンドウから書き出した設定すべて</translation>
    </message>
    <message>
        <source>neurons in each hidden layer</source>
        <translation>各隠れ層のニューロンの数</translation>
    </message>
    <message>
        <source>train on MNIST (in DIR); the default</source>
        <translation>MNISTで学習する（DIRの中）。省略時はこれを使う</translation>
    </message>
    <message>
        <source>train on your own images: a folder, IDX, CSV, .npz or .pkl</source>
        <translation>自分の画像で学習する：フォルダー、IDX、CSV、.npz、.pkl</translation>
    </message>
    <message>
        <source>train on synthetic digits</source>
        <translation>合成数字で学習する</translation>
    </message>
    <message>
        <source>but not on these sites</source>
        <translation>この収集元は学習に使わない</translation>
    </message>
    <message>
        <source>validate on N of the other digits</source>
        <translation>ほかの数字のうちN枚を検証に使う</translation>
    </message>
    <message>
        <source>between the layers</source>
        <translation>層の間の活性化関数</translation>
    </message>
    <message>
        <source>weight initialisation</source>
        <translation>重みの初期値</translation>
    </message>
    <message>
        <source>where to save the weights: .safetensors or .npz</source>
        <translation>重みの保存先：.safetensorsまたは.npz</translation>
    </message>
    <message>
        <source>resume an interrupted training</source>
        <translation>中断した学習を再開する</translation>
    </message>
    <message>
        <source>add a line to FILE at each evaluation</source>
        <translation>評価するたびにFILEに1行書き加える</translation>
    </message>
    <message>
        <source>{0} names sites of the pen strokes: give --pen, too</source>
        <translation>{0}は、ペンのストロークの収集元を指定します。--penも付けてください</translation>
    </message>
    <message>
        <source>open it in the window</source>
        <translation>ウィンドウで開く</translation>
    </message>
    <message>
        <source>train a network and save its weights</source>
        <translation>ネットワークを学習させて、重みを保存する</translation>
    </message>
    <message>
        <source>train needs --out, or --config</source>
        <translation>trainには--outか--configが必要です</translation>
    </message>
    <message>
        <source>--config has all settings: omit {0}</source>
        <translation>--configにはすべての設定が含まれています。{0}を外してください</translation>
    </message>
    <message>
        <source>“{0}” is not a whole number {1}</source>
        <translation>「{0}」ではなく、整数（{1}）を指定してください</translation>
    </message>
    <message>
        <source>“{0}” is not a number {1}</source>
        <translation>「{0}」ではなく、数（{1}）を指定してください</translation>
    </message>
    <message>
        <source>{0}: no digit. {1}</source>
        <translation>{0}: 数字がありません。{1}</translation>
    </message>
    <message>
        <source>The weights cannot be saved: {0}</source>
        <translation>重みを保存できません：{0}</translation>
    </message>
    <message>
        <source>“{0}” holds an interrupted training: add --resume to resume it, or delete it.</source>
        <translation>「{0}」に、中断した学習があります。--resumeを付けて再開するか、削除してください。</translation>
    </message>
    <message>
        <source>“{0}” was started with other settings: give the same ones, or none, to resume it.</source>
        <translation>「{0}」は別の設定で始められました。再開するには、同じ設定を指定するか、設定を指定しないでください。</translation>
    </message>
    <message>
        <source>Stopped: the same command with --resume resumes it from “{0}”.</source>
        <translation>中止しました。同じコマンドに--resumeを付けると、「{0}」から再開します。</translation>
    </message>
    <message>
        <source>the best temperature for {0} is {1:.2f}</source>
        <translation>{0}に最適な温度は{1:.2f}</translation>
    </message>
    <message>
        <source>Stopped: the same command with --resume resumes it, and so does the window.</source>
        <translation>中止しました。同じコマンドに--resumeを付けるか、ウィンドウで再開できます。</translation>
    </message>
    <message>
        <source>There is no interrupted training to resume: “{0}” does not exist.</source>
        <translation>再開できる中断した学習がありません。「{0}」が見つかりません。</translation>
    </message>
    <message>
        <source>No run with these settings can be resumed: omit --resume to start one.</source>
        <translation>この設定で再開できる学習記録はありません。新しく始めるには、--resumeを外してください。</translation>
    </message>
    <message>
        <source>{0} The weights are in “{1}”.</source>
        <translation>{0}重みは「{1}」にあります。</translation>
    </message>
    <message>
        <source>A recipe has its own activation and initialisation: omit --activation and --init.</source>
        <translation>レシピには、決まった活性化関数と重みの初期値があります。--activationと--initを外してください。</translation>
    </message>
    <message>
        <source>The network “{0}” has its own activation and initialisation: omit --activation and --init.</source>
        <translation>ネットワーク「{0}」には、決まった活性化関数と重みの初期値があります。--activationと--initを外してください。</translation>
    </message>
    <message>
        <source>Of {0:,} digits, {1:,} cannot be held out: leave some.</source>
        <translation>数字{0:,}枚から{1:,}枚は取り分けられません。学習用にいくらか残してください。</translation>
    </message>
    <message>
        <source>{0} They were saved as “{1}” instead.</source>
        <translation>{0}代わりに「{1}」に保存しました。</translation>
    </message>
    <message>
        <source>{0} The same command with --resume resumes the training.</source>
        <translation>{0}同じコマンドに--resumeを付けると、学習を再開します。</translation>
    </message>
    <message>
        <source>{0} The training is stored in “{1}”: --resume saves it.</source>
        <translation>{0}学習は「{1}」に保存されています。--resumeを付けると、重みを保存します。</translation>
    </message>
    <message>
        <source>{0} cannot be downloaded: {1}. Check the connection and try again later, or put the four files of MNIST into a folder by hand and name it in the environment variable DIGITLAB_MNIST.</source>
        <translation>{0}をダウンロードできません：{1}。接続を確認して、後でもう一度試してください。または、MNISTの4つのファイルを自分でフォルダーに置き、そのフォルダーを環境変数DIGITLAB_MNISTに指定してください。</translation>
    </message>
    <message>
        <source>{0} made no secure connection</source>
        <translation>{0}との安全な接続ができませんでした</translation>
    </message>
    <message>
        <source>{0} did not answer in time</source>
        <translation>{0}から時間内に応答がありませんでした</translation>
    </message>
    <message>
        <source>{0} sent less than {1:,} bytes a second</source>
        <translation>{0}からの受信が、毎秒{1:,}バイトを下回りました</translation>
    </message>
    <message>
        <source>{0} could not be reached, or broke off</source>
        <translation>{0}につながらないか、接続が切れました</translation>
    </message>
    <message>
        <source>{0} sent a wrong or damaged file</source>
        <translation>{0}から届いたファイルが違うか、壊れています</translation>
    </message>
    <message>
        <source>{0} refused it</source>
        <translation>{0}に拒否されました</translation>
    </message>
    <message>
        <source>{0} refused it (HTTP {1})</source>
        <translation>{0}に拒否されました（HTTP {1}）</translation>
    </message>
    <message>
        <source>{0} cannot be saved in {1} ({2}). Make room and give yourself permission to write there, or name another folder.</source>
        <translation>{0}を{1}に保存できません（{2}）。空き容量と書き込みの許可を確認するか、別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>。また、</translation>
    </message>
    <message>
        <source>it holds no images with labels that Digit Lab knows: a dict with train_img, train_label, test_img and test_label, or pairs of images and labels. Save them with numpy.savez as x_train, y_train, x_test and y_test.</source>
        <translation>Digit Labが扱えるラベル付きの画像がありません。train_img、train_label、test_img、test_labelを持つ辞書か、画像とラベルの組が必要です。numpy.savezで、x_train、y_train、x_test、y_testとして保存してください。</translation>
    </message>
    <message>
        <source>it is empty. Copy or download it again.</source>
        <translation>空のファイルです。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>it holds {0}, and Digit Lab looks for images with their labels: x_train and y_train, x_test and y_test, or the like. Save them with these names.</source>
        <translation>入っているのは{0}です。Digit Labは、x_trainとy_train、x_testとy_testのような、画像とラベルを探します。この名前で保存してください。</translation>
    </message>
    <message>
        <source>unpacked, it is larger than the {0} MB that Digit Lab reads.</source>
        <translation>展開すると、Digit Labが読み込める{0} MBを超えます。</translation>
    </message>
    <message>
        <source>it has {0:,} images and {1:,} labels in one set. Choose another file.</source>
        <translation>1組の中に、画像が{0:,}枚、ラベルが{1:,}個あります。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds a list that is no array: its items are not alike. Save them with numpy.savez.</source>
        <translation>要素がそろっていないため、配列にできないリストが入っています。numpy.savezで保存してください。</translation>
    </message>
    <message>
        <source>{0} has no labels, as Kaggle’s test set: it is skipped, and images are held out instead.</source>
        <translation>{0}には、Kaggleのテストデータのように、ラベルがありません。これを使わず、代わりに画像を取り分けます。</translation>
    </message>
    <message>
        <source>zip file</source>
        <translation>zipファイル</translation>
    </message>
    <message>
        <source>{0} cannot be opened: it holds {1}. Unpack it, and choose one of them.</source>
        <translation>{0}を開けません。{1}が入っています。展開して、そのうち1つを選んでください。</translation>
    </message>
    <message>
        <source>it is a zip file of {0}, and no CSV file is in it. Unpack it, and choose the folder.</source>
        <translation>中身が{0}のzipファイルで、CSVファイルが入っていません。展開して、そのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>it is too large for the memory of this computer.</source>
        <translation>このコンピューターのメモリには大きすぎます。</translation>
    </message>
    <message>
        <source>in its file {0}: {1}</source>
        <translation>中のファイル{0}：{1}</translation>
    </message>
    <message>
        <source>it is no table of images: a line needs a label and 784 pixels, separated by commas. Choose another file.</source>
        <translation>画像の表ではありません。1行に、ラベル1個とピクセル784個をカンマで区切って並べます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is {2}, which is no number. Correct the line, or download the file again.</source>
        <translation>{0:,}行目の{1}番目の値が{2}で、数ではありません。その行を直すか、もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>its first line has {0:,} values, and an image needs {1}: its label and {2} pixels. Choose another file.</source>
        <translation>1行目の値が{0:,}個です。1枚の画像には{1}個（ラベルと{2}個のピクセル）が必要です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is empty. Correct the line, or download the file again.</source>
        <translation>{0:,}行目の{1}番目の値が空です。その行を直すか、もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>it has 784 columns, the pixels without their labels, as Kaggle’s test.csv. Choose the file with the labels, such as train.csv.</source>
        <translation>列が784列で、Kaggleのtest.csvのように、ピクセルだけでラベルがありません。train.csvのような、ラベルのあるファイルを選んでください。</translation>
    </message>
    <message>
        <source>its images are of {0} × {0} pixels, and Digit Lab reads {1} × {1}.</source>
        <translation>画像が{0} × {0}ピクセルです。Digit Labが読み込むのは{1} × {1}ピクセルです。</translation>
    </message>
    <message>
        <source>it is a text in UTF-16. Save it as CSV in UTF-8 and try again.</source>
        <translation>UTF-16のテキストです。UTF-8のCSVとして保存して、もう一度試してください。</translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is {2:g}, and a pixel is 0 to 255. Correct the line, or choose another file.</source>
        <translation>{0:,}行目の{1}番目の値が{2:g}ですが、ピクセルは0から255です。その行を直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds more than the {0:,} images that Digit Lab reads. Choose a smaller file.</source>
        <translation>Digit Labが読み込める{0:,}枚より多くの画像があります。小さいファイルを選んでください。</translation>
    </message>
    <message>
        <source>it has no line with an image. Choose another file.</source>
        <translation>画像の行がありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>line {0:,} has {1:,} values, not {2}: it is cut off or damaged. Copy or download the file again.</source>
        <translation>{0:,}行目の値が{2}個ではなく{1:,}個です。途中で切れているか、壊れています。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>in line {0:,} the label, in the last column, is {1:g}, and a digit is 0 to 9. Choose a file whose first or last column is the digit.</source>
        <translation>{0:,}行目の最後の列のラベルが{1:g}ですが、数字は0から9です。最初か最後の列に数字があるファイルを選んでください。</translation>
    </message>
    <message>
        <source>in line {0:,} the label, in the first column, is {1:g}, and a digit is 0 to 9. Choose a file whose first or last column is the digit.</source>
        <translation>{0:,}行目の最初の列のラベルが{1:g}ですが、数字は0から9です。最初か最後の列に数字があるファイルを選んでください。</translation>
    </message>
    <message>
        <source>There is no folder or file “{0}”. Check its name.</source>
        <translation>「{0}」というフォルダーまたはファイルがありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>{0} has its images under the name of the labels, and the labels under that of the images.</source>
        <translation>{0}では、画像がラベルの名前で、ラベルが画像の名前で保存されています。</translation>
    </message>
    <message>
        <source>{0} holds {1}. Choose one of them, not the folder.</source>
        <translation>{0}には{1}が入っています。フォルダーではなく、そのうち1つを選んでください。</translation>
    </message>
    <message>
        <source>it is no pickle of protocol 2 or later. If Python reads it, save it again there with “pickle.dump(data, file, 2)”.</source>
        <translation>プロトコル2以降のpickleではありません。Pythonで読めるなら、「pickle.dump(data, file, 2)」で保存し直してください。</translation>
    </message>
    <message>
        <source>its images are not made of numbers. Save them as bytes, from 0 to 255.</source>
        <translation>画像が数でできていません。0から255のバイトで保存してください。</translation>
    </message>
    <message>
        <source>its images are an array of {0}, and Digit Lab reads grey images of {1} × {1} pixels: N × {2} or N × {1} × {1}.</source>
        <translation>画像が{0}の配列です。Digit Labが読み込むのは、{1} × {1}ピクセルの白黒画像、つまりN × {2}またはN × {1} × {1}です。</translation>
    </message>
    <message>
        <source>it holds {0:,} images, and Digit Lab reads 1 to {1:,}. Choose another file.</source>
        <translation>画像が{0:,}枚あります。Digit Labが読み込むのは1枚から{1:,}枚です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>its labels are not numbers. Save them as the digits 0 to 9.</source>
        <translation>ラベルが数ではありません。0から9の数字で保存してください。</translation>
    </message>
    <message>
        <source>its labels are an array of {0}, and each image needs one digit.</source>
        <translation>ラベルが{0}の配列です。画像1枚につき、数字が1つ必要です。</translation>
    </message>
    <message>
        <source>label number {0:,} is {1:g}, but a digit is 0 to 9. Choose a file that labels digits.</source>
        <translation>{0:,}番目のラベルが{1:g}ですが、数字は0から9です。数字のラベルが付いたファイルを選んでください。</translation>
    </message>
    <message>
        <source>its pixels go from {0:g} to {1:g}, and Digit Lab reads 0 to 255, 0 to 1 and -1 to 1, the same in the whole file. Save the images as bytes, from 0 (background) to 255 (ink).</source>
        <translation>ピクセルの値が{0:g}から{1:g}です。Digit Labが読み込むのは、0から255、0から1、−1から1のどれかで、ファイル全体で同じでなければなりません。画像を、0（背景）から255（インク）のバイトで保存してください。</translation>
    </message>
    <message>
        <source>its images are in columns ({0}). Save the transposed array, array.T, with an image in each row.</source>
        <translation>画像が列に並んでいます（{0}）。転置した配列array.Tを保存して、1行を1枚の画像にしてください。</translation>
    </message>
    <message>
        <source>unpacked, it is more than {0} times as large, which no file of images is. Choose another file.</source>
        <translation>展開すると{0}倍より大きくなります。画像のファイルではありえません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is cut off. Download or copy it again.</source>
        <translation>途中で切れています。もう一度ダウンロードまたはコピーしてください。</translation>
    </message>
    <message>
        <source>it is damaged and cannot be unpacked. Download or copy it again.</source>
        <translation>壊れていて、展開できません。もう一度ダウンロードまたはコピーしてください。</translation>
    </message>
    <message>
        <source>Of the {0:,} images in {1}, {2:,} are in {3} too (the first is number {4:,}): the test accuracy will be too high.</source>
        <translation>{1}の画像{0:,}枚のうち{2:,}枚が、{3}にもあります（最初は{4:,}番目）。テストの認識精度が高く出すぎます。</translation>
    </message>
    <message>
        <source>images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>{0} has {1} images, but {2} has {3} labels. Choose two files that belong together.</source>
        <translation>{0}の画像は{1}枚ですが、{2}のラベルは{3}個です。対になるファイルを2つ選んでください。</translation>
    </message>
    <message>
        <source>it is cut off in its header. Download or copy it again.</source>
        <translation>ヘッダーの途中で切れています。もう一度ダウンロードまたはコピーしてください。</translation>
    </message>
    <message>
        <source>it is not an IDX file of {0}. Choose another file.</source>
        <translation>{0}のIDXファイルではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it has images of {0} pixels. Choose a file of {1} × {1} images.</source>
        <translation>画像が{0}ピクセルです。{1} × {1}ピクセルの画像のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it declares {0} {1}, and Digit Lab reads 1 to {2}. Download it again, or choose another file.</source>
        <translation>ヘッダーによると{1}の数は{0}ですが、Digit Labが読み込むのは1から{2}までです。もう一度ダウンロードするか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds labels, not images. Choose another file.</source>
        <translation>入っているのは画像ではなく、ラベルです。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds images, not labels. Choose another file.</source>
        <translation>入っているのはラベルではなく、画像です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is not an IDX file of labels: it has {0} numbers for each. Choose another file.</source>
        <translation>ラベルのIDXファイルではありません。1つにつき{0}個の数があります。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is cut off: its header declares {0} {1}. Download or copy it again.</source>
        <translation>途中で切れています。ヘッダーによると{1}の数は{0}です。もう一度ダウンロードまたはコピーしてください。</translation>
    </message>
    <message>
        <source>it is too long: its header declares {0} {1}. Download or copy it again.</source>
        <translation>長すぎます。ヘッダーによると{1}の数は{0}です。もう一度ダウンロードまたはコピーしてください。</translation>
    </message>
    <message>
        <source>{0} is no IDX file, and its name has neither “images” nor “labels” in it. Choose another file.</source>
        <translation>{0}はIDXファイルではなく、名前に「images」も「labels」もありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds the labels and {1} the images, against their names: they are read as what they hold.</source>
        <translation>名前とは逆に、{0}にはラベルが、{1}には画像が入っています。中身に合わせて読み込みます。</translation>
    </message>
    <message>
        <source>There is no file or folder {0}. Check its name.</source>
        <translation>{0}というファイルまたはフォルダーがありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1}). Choose another folder.</source>
        <translation>{0}を開けません（{1}）。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds IDX files of several datasets. Choose the file of the images you want.</source>
        <translation>{0}には、複数のデータセットのIDXファイルがあります。使いたい画像のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds no files with “images” and “labels” in their names. Choose the file of the images you want.</source>
        <translation>{0}には、名前に「images」と「labels」の付くファイルがありません。使いたい画像のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds {1:,} {2}, and beside it there is no file with as many {3}. Put the one that belongs to it there, alone with it.</source>
        <translation>{0}の{2}の数は{1:,}ですが、{3}の数が同じファイルが、同じ場所にありません。対になるファイルだけをそこに置いてください。</translation>
    </message>
    <message>
        <source>Beside {0} there is no file with the same name but “{1}” for “{2}”. Put the file that belongs to it there.</source>
        <translation>{0}と同じ場所に、名前の「{2}」が「{1}」に変わっただけのファイルがありません。対になるファイルをそこに置いてください。</translation>
    </message>
    <message>
        <source>{0} is too large for the memory of this computer.</source>
        <translation>{0}は、このコンピューターのメモリには大きすぎます。</translation>
    </message>
    <message>
        <source>“{0}” holds more than {1:,} files: choose a folder with fewer.</source>
        <translation>「{0}」には、ファイルが{1:,}個より多くあります。ファイルの少ないフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>“{0}” has no folders called 0 to 9: put the images of each digit into one of its own.</source>
        <translation>「{0}」には、名前が0から9のフォルダーがありません。数字ごとに、画像を別々のフォルダーに入れてください。</translation>
    </message>
    <message>
        <source>“{0}” holds no image to train on.</source>
        <translation>「{0}」には、学習に使える画像がありません。</translation>
    </message>
    <message>
        <source>“{0}” holds no image to test with.</source>
        <translation>「{0}」には、テストに使える画像がありません。</translation>
    </message>
    <message>
        <source>The first fault: {0}</source>
        <translation>最初の問題：{0}</translation>
    </message>
    <message>
        <source>“{0}” is beside “{1}”, not in it: it is skipped.</source>
        <translation>「{0}」は「{1}」の中ではなく、隣にあるので、使いません。</translation>
    </message>
    <message>
        <source>There is no folder “{0}”. Check its name.</source>
        <translation>「{0}」というフォルダーがありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: the system says “{1}”.</source>
        <translation>「{0}」を開けません：システムのメッセージは「{1}」です。</translation>
    </message>
    <message>
        <source>“{0}” is the same image as “{1}”: it cannot be both digits.</source>
        <translation>「{0}」は「{1}」と同じ画像です。1枚の画像が2つの数字になることはありません。</translation>
    </message>
    <message>
        <source>“{0}” is the same image as “{1}”: training images cannot be used for the test.</source>
        <translation>「{0}」は「{1}」と同じ画像です。訓練画像をテストに使うことはできません。</translation>
    </message>
    <message>
        <source>“{0}” is a folder, but is not called 0 to 9: it is skipped.</source>
        <translation>「{0}」は、名前が0から9ではないフォルダーなので、使いません。</translation>
    </message>
    <message>
        <source>“{0}” is in no digit&apos;s folder: it is skipped.</source>
        <translation>「{0}」は数字のフォルダーの中にないので、使いません。</translation>
    </message>
    <message>
        <source>“{0}” is a folder in a digit&apos;s folder: move its images up into “{1}”.</source>
        <translation>「{0}」は、数字のフォルダーの中のフォルダーです。画像を1つ上の「{1}」に移してください。</translation>
    </message>
    <message>
        <source>“{0}” is empty: nothing stands out from its background.</source>
        <translation>「{0}」は空です。背景から浮き出るものがありません。</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet. Let Digit Lab download it, put its four files into {0}, or name their folder in the environment variable DIGITLAB_MNIST.</source>
        <translation>このコンピューターにはまだMNISTがありません。Digit Labでダウンロードするか、4つのファイルを{0}に置くか、そのフォルダーを環境変数DIGITLAB_MNISTに指定してください。</translation>
    </message>
    <message>
        <source>The folder {0} does not hold {1} (with or without .gz). Put the files of MNIST there, or name another folder.</source>
        <translation>フォルダー{0}に{1}がありません（.gzも可）。MNISTのファイルをそこに置くか、別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be opened ({1}). Give yourself permission to read it.</source>
        <translation>フォルダー{0}を開けません（{1}）。読み取りを許可してください。</translation>
    </message>
    <message>
        <source>There is no folder {0}. Name the folder that holds the files of MNIST.</source>
        <translation>フォルダー{0}がありません。MNISTのファイルがあるフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>it has more than {0:,} points. Divide it into several files.</source>
        <translation>点が{0:,}個より多くあります。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>it has more than {0:,} strokes. Divide it into several files.</source>
        <translation>ストロークが{0:,}本より多くあります。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>it has more than {0:,} drawings. Divide it into several files.</source>
        <translation>手書き数字が{0:,}個より多くあります。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>a drawing has more than {0:,} strokes. Correct the file, or choose another one.</source>
        <translation>ストロークが{0:,}本より多い手書き数字があります。ファイルを直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>a drawing has more than {0:,} points. Correct the file, or choose another one.</source>
        <translation>点が{0:,}個より多い手書き数字があります。ファイルを直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>“{0}” is not one text for each drawing.</source>
        <translation>「{0}」が、手書き数字1個に1つずつのテキストになっていません。</translation>
    </message>
    <message>
        <source>its points are not pairs of numbers.</source>
        <translation>点が2個の数の組になっていません。</translation>
    </message>
    <message>
        <source>its labels are not one whole number for each of its {0} drawings.</source>
        <translation>ラベルが、手書き数字{0}個に1つずつの整数になっていません。</translation>
    </message>
    <message>
        <source>“{0}” is not a list of whole numbers.</source>
        <translation>「{0}」が整数の列になっていません。</translation>
    </message>
    <message>
        <source>“{0}” does not run up to {1:,}.</source>
        <translation>「{0}」が{1:,}まで続いていません。</translation>
    </message>
    <message>
        <source>a point is not finite, or too far from the canvas.</source>
        <translation>有限でない点か、キャンバスから遠すぎる点があります。</translation>
    </message>
    <message>
        <source>a label is not a digit from 0 to 9.</source>
        <translation>0から9の数字ではないラベルがあります。</translation>
    </message>
    <message>
        <source>Every drawing would be held out: leave some to train on.</source>
        <translation>すべての手書き数字を取り分けてしまいます。学習用にいくらか残してください。</translation>
    </message>
    <message>
        <source>it is not a file of pen strokes: it has no array “{0}”.</source>
        <translation>ペンのストロークのファイルではありません。配列「{0}」がありません。</translation>
    </message>
    <message>
        <source>there are no drawings.</source>
        <translation>手書き数字がありません。</translation>
    </message>
    <message>
        <source>{0} training set</source>
        <translation>{0}の訓練データ</translation>
    </message>
    <message>
        <source>{0} test set</source>
        <translation>{0}のテストデータ</translation>
    </message>
    <message>
        <source>{0} accuracy</source>
        <translation>{0}の認識精度</translation>
    </message>
    <message>
        <source>{0} calibration error</source>
        <translation>{0}のキャリブレーション誤差</translation>
    </message>
    <message>
        <source>{0}, fine-tuned on your handwriting</source>
        <translation>{0}（自分の手書きでファインチューニング）</translation>
    </message>
    <message>
        <source>Convolutional {0}</source>
        <translation>畳み込みネットワーク {0}</translation>
    </message>
    <message>
        <source>Your handwriting</source>
        <translation>あなたの手書き</translation>
    </message>
    <message>
        <source>held-out pen strokes</source>
        <translation>取り分けたペンのストローク</translation>
    </message>
    <message>
        <source>Digit Lab&apos;s reader</source>
        <translation>Digit Labの標準ネットワーク</translation>
    </message>
    <message>
        <source>Two-layer network</source>
        <translation>2層ネットワーク</translation>
    </message>
    <message>
        <source>Three-layer network</source>
        <translation>3層ネットワーク</translation>
    </message>
    <message>
        <source>There are no data of the kind {0}: choose one of {1}.</source>
        <translation>「{0}」という種類のデータはありません。{1}から選んでください。</translation>
    </message>
    <message>
        <source>Data of the kind “{0}” need a path: say where they are.</source>
        <translation>種類が「{0}」のデータにはパスが必要です。データの場所を指定してください。</translation>
    </message>
    <message>
        <source>The name “{0}” is not UTF-8, so no run can be stored with it. Rename it.</source>
        <translation>名前「{0}」がUTF-8ではないため、学習記録を保存できません。名前を変更してください。</translation>
    </message>
    <message>
        <source>The process that makes the synthetic digits was ended from outside, perhaps because memory was short. Close other programs, and try again.</source>
        <translation>合成数字を作るプロセスが、外部から終了されました。メモリ不足かもしれません。ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>A drawing needs a brush that is wider than 0.</source>
        <translation>手書き数字には、0より太いブラシが必要です。</translation>
    </message>
    <message>
        <source>This drawing cannot be stored: the probability of its prediction is not within 0 to 1.</source>
        <translation>予測の確率が0から1の範囲にないため、この手書き数字は保存できません。</translation>
    </message>
    <message>
        <source>A drawing shows a digit from 0 to {0}, and nothing else can be its label.</source>
        <translation>手書き数字のラベルにできるのは、0から{0}の数字だけです。</translation>
    </message>
    <message>
        <source>A drawing is made of strokes, and a stroke of points with an x and a y.</source>
        <translation>手書き数字はストロークでできており、ストロークはxとyを持つ点でできています。</translation>
    </message>
    <message>
        <source>There is nothing drawn: a drawing needs at least one point.</source>
        <translation>何も書かれていません。手書き数字には、1つ以上の点が必要です。</translation>
    </message>
    <message>
        <source>This drawing has {0:,} points, and can be stored with {1:,} at most.</source>
        <translation>この手書き数字には点が{0:,}個あります。保存できるのは{1:,}個までです。</translation>
    </message>
    <message>
        <source>This drawing has {0:,} strokes, and may have {1:,} at most.</source>
        <translation>この手書き数字にはストロークが{0:,}本あります。使えるのは{1:,}本までです。</translation>
    </message>
    <message>
        <source>This drawing cannot be stored: some of its points are too far from the canvas.</source>
        <translation>キャンバスから遠すぎる点があるため、この手書き数字は保存できません。</translation>
    </message>
    <message>
        <source>This drawing is no longer there: it was deleted for good.</source>
        <translation>この手書き数字は完全に削除されていて、もうありません。</translation>
    </message>
    <message>
        <source>The file of your drawings was damaged and has been repaired: no drawing was lost.</source>
        <translation>手書き数字のファイルが壊れていたため、修復しました。失われた手書き数字はありません。</translation>
    </message>
    <message numerus="yes">
        <source>The file of your drawings was damaged: %n drawing(s) (was/were) found again in it, and it is kept as “{0}”.</source>
        <translation>
            <numerusform>手書き数字のファイルが壊れていました。その中から手書き数字を%n個取り戻し、壊れたファイルは「{0}」として残しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawings cannot be stored in “{0}”: {1}</source>
        <translation>「{0}」に手書き数字を保存できません：{1}</translation>
    </message>
    <message>
        <source>This drawing cannot be read: {0}</source>
        <translation>この手書き数字を読み込めません：{0}</translation>
    </message>
    <message>
        <source>“{0}” cannot be imported, for its drawing {1:,}: {2}</source>
        <translation>{1:,}番目の手書き数字に問題があるため、「{0}」を読み込めません：{2}</translation>
    </message>
    <message numerus="yes">
        <source>%n other drawing(s) in it cannot be read.</source>
        <translation>
            <numerusform>その中のほかの手書き数字%n個は読み込めません。</numerusform>
        </translation>
    </message>
    <message>
        <source>file of your drawings</source>
        <translation>手書き数字のファイル</translation>
    </message>
    <message>
        <source>it keeps the damaged file, and finds what can still be read in it</source>
        <translation>壊れたファイルを残したまま、その中で読めるものを探します</translation>
    </message>
    <message>
        <source>it is damaged.</source>
        <translation>壊れています。</translation>
    </message>
    <message>
        <source>of {0} synthetic digits it predicts {1} correctly</source>
        <translation>合成数字{0}枚のうち、正しく予測できるのは、{1}</translation>
    </message>
    <message>
        <source>{0}: {1} fits best ({2}).</source>
        <translation>{0}。測ったところ、{1}が最も合っていました（{2}）。</translation>
    </message>
    <message>
        <source>{0}, and none fits clearly better ({1}): {2} was assumed, as in chapters 3 and 4 of the book.</source>
        <translation>{0}。測っても、明らかに合うものがありませんでした（{1}）。そのため、本の3章と4章と同じ{2}と仮定しました。</translation>
    </message>
    <message>
        <source>With {0} it predicts all ten digits about equally often, as a trained network does.</source>
        <translation>{0}では、学習済みのネットワークらしく、10個の数字をほぼ同じ回数ずつ予測します。</translation>
    </message>
    <message>
        <source>{0:.0f} % with {1}</source>
        <translation>{1}では{0:.0f}%</translation>
    </message>
    <message>
        <source>{0} of {1} images that were checked are blank: choose other data, or check how they were made.</source>
        <translation>確認した画像{1}枚のうち{0}枚に何も写っていません。別のデータを選ぶか、画像の作り方を確認してください。</translation>
    </message>
    <message>
        <source>All {0:,} images are the same: nothing can be learned from them. Choose other data.</source>
        <translation>画像{0:,}枚がすべて同じで、何も学べません。別のデータを選んでください。</translation>
    </message>
    <message>
        <source>give it a name that ends in .png.</source>
        <translation>名前の最後を.pngにしてください。</translation>
    </message>
    <message>
        <source>They may be in another order than the images: check how the file was made.</source>
        <translation>ラベルと画像の順序が違うのかもしれません。ファイルの作り方を確認してください。</translation>
    </message>
    <message>
        <source>The labels do not fit the images: of {0} images that were checked, the shipped network reads {1} as they are labelled. {2}</source>
        <translation>ラベルが画像と合っていません。確認した画像{0}枚のうち、付属のネットワークの予測がラベルと一致するのは{1}枚です。{2}</translation>
    </message>
    <message>
        <source>The images show several digits: check how the labels were saved.</source>
        <translation>画像にはいろいろな数字が写っています。ラベルがどう保存されたか確認してください。</translation>
    </message>
    <message>
        <source>Most labels are {0} too large: correct them in the file.</source>
        <translation>ほとんどのラベルが{0}だけ大きくなっています。ファイルの中で直してください。</translation>
    </message>
    <message>
        <source>Labels were exchanged: those of {0}, for example, are read as {1}. Correct them in the file.</source>
        <translation>ラベルが入れ替わっています。たとえば、ラベル{0}の画像は{1}と認識されます。ファイルの中で直してください。</translation>
    </message>
    <message>
        <source>All {0:,} images have the label {1}: from one digit alone a network learns to answer nothing else. Choose data with several digits.</source>
        <translation>画像{0:,}枚のラベルがすべて{1}です。1種類の数字だけでは、ネットワークは同じ答えしか学べません。いろいろな数字のあるデータを選んでください。</translation>
    </message>
    <message>
        <source>Most labels are {0} too small: correct them in the file.</source>
        <translation>ほとんどのラベルが{0}だけ小さくなっています。ファイルの中で直してください。</translation>
    </message>
    <message>
        <source>There is no calculation for the layer {0}.</source>
        <translation>層{0}の計算はありません。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はHEIC形式の写真で、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a raw photo of a camera, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はカメラのRAW写真で、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is an SVG image that Digit Lab has not written, and not made of pixels: export it as JPEG or PNG.</source>
        <translation>{0}は、Digit Labで作ったものではないSVG画像で、ピクセルでできていません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a web page, not an image: save the image itself, or take a screenshot.</source>
        <translation>{0}は画像ではなく、ウェブページです。画像そのものを保存するか、スクリーンショットを撮ってください。</translation>
    </message>
    <message>
        <source>{0} is a video, not an image: take a screenshot of it.</source>
        <translation>{0}は画像ではなく、動画です。スクリーンショットを撮ってください。</translation>
    </message>
    <message>
        <source>{0} is an AVIF image, which this installation of Pillow does not read: export it as JPEG or PNG.</source>
        <translation>{0}はAVIF画像で、インストールされているPillowでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is not an image that can be read: PNG, JPEG, BMP, GIF, WebP, TIFF or AVIF.</source>
        <translation>{0}は読み込める画像ではありません。読み込めるのは、PNG、JPEG、BMP、GIF、WebP、TIFF、AVIFです。</translation>
    </message>
    <message>
        <source>{0} is a PDF document, not an image: export it as JPEG or PNG, or take a screenshot.</source>
        <translation>{0}は画像ではなく、PDF文書です。JPEGかPNGに書き出すか、スクリーンショットを撮ってください。</translation>
    </message>
    <message>
        <source>{0} is a PostScript document, not an image: export it as JPEG or PNG.</source>
        <translation>{0}は画像ではなく、PostScript文書です。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a Photoshop file, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はPhotoshopのファイルで、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a GIMP file, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はGIMPのファイルで、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a JPEG XL image, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はJPEG XL画像で、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a JPEG 2000 image, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はJPEG 2000画像で、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is an icon, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}はアイコンで、Digit Labでは読み込めません。JPEGかPNGに書き出してください。</translation>
    </message>
    <message>
        <source>{0} is a ZIP archive or an office document, not an image: unpack it, or take a screenshot.</source>
        <translation>{0}は画像ではなく、ZIPアーカイブかOffice文書です。展開するか、スクリーンショットを撮ってください。</translation>
    </message>
    <message>
        <source>a point is too far from the canvas, whose corners are (0, 0) and ({0}, {0}).</source>
        <translation>(0, 0)と({0}, {0})を隅とするキャンバスから、遠すぎる点があります。</translation>
    </message>
    <message>
        <source>it is longer than a drawing can be. Choose another file.</source>
        <translation>手書き数字としては長すぎます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds no drawing of Digit Lab. Choose another file.</source>
        <translation>Digit Labの手書き数字が入っていません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it was written by a newer version of Digit Lab. Update Digit Lab to open it.</source>
        <translation>新しいバージョンのDigit Labで作られています。開くには、Digit Labを新しくしてください。</translation>
    </message>
    <message>
        <source>its canvas is not the {0} × {0} that Digit Lab draws on. Choose another file.</source>
        <translation>キャンバスが、Digit Labの{0} × {0}と違います。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>a brush is wider than 0, and at most as wide as the canvas, which is {0}.</source>
        <translation>ブラシの太さは、0より大きく、キャンバスの幅{0}以下でなければなりません。</translation>
    </message>
    <message>
        <source>it has {0:,} strokes, and a drawing has {1:,} at most.</source>
        <translation>ストロークが{0:,}本あります。手書き数字に使えるのは{1:,}本までです。</translation>
    </message>
    <message>
        <source>there is nothing drawn.</source>
        <translation>何も書かれていません。</translation>
    </message>
    <message>
        <source>it has {0:,} points, and a drawing has {1:,} at most.</source>
        <translation>点が{0:,}個あります。手書き数字に使えるのは{1:,}個までです。</translation>
    </message>
    <message>
        <source>its strokes are longer than Digit Lab can show.</source>
        <translation>ストロークが、Digit Labで表示できる長さを超えています。</translation>
    </message>
    <message>
        <source>an image has no strokes, and can only be saved as PNG. Choose a name that ends in .png.</source>
        <translation>画像にはストロークがないので、PNGでしか保存できません。最後が.pngの名前を選んでください。</translation>
    </message>
    <message>
        <source>it is not text that Digit Lab wrote. Choose another file.</source>
        <translation>Digit Labが書き出したテキストではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>its name must end in {0} or {1}.</source>
        <translation>名前の最後を{0}か{1}にしてください。</translation>
    </message>
    <message>
        <source>it has more than {0:,} parts. Save it as PNG.</source>
        <translation>{0:,}個より多くの部分に分かれています。PNGで保存してください。</translation>
    </message>
    <message>
        <source>it is a progressive JPEG of {0:,} scans, and Digit Lab reads {1} at most. Save it as PNG.</source>
        <translation>スキャンが{0:,}回あるプログレッシブJPEGです。Digit Labで読み込めるのは{1}回までです。PNGで保存してください。</translation>
    </message>
    <message>
        <source>it is a progressive JPEG that takes too long to decode. Save it as PNG or as a smaller image.</source>
        <translation>デコードに時間がかかりすぎるプログレッシブJPEGです。PNGか、小さい画像で保存してください。</translation>
    </message>
    <message>
        <source>it takes longer than {0:.0f} seconds to read. Choose a smaller image.</source>
        <translation>読み込みに{0:.0f}秒より長くかかります。小さい画像を選んでください。</translation>
    </message>
    <message>
        <source>of this kind of PGM or PPM, Digit Lab reads {0:,} pixels at most. Save it as PNG.</source>
        <translation>この種類のPGMとPPMで読み込めるのは、{0:,}ピクセルまでです。PNGで保存してください。</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation>{0}を開けません：{1}</translation>
    </message>
    <message>
        <source>{0} is too large: choose one of at most {1} million pixels.</source>
        <translation>{0}は大きすぎます。{1}メガピクセルまでの画像を選んでください。</translation>
    </message>
    <message>
        <source>There is not enough memory for {0}: choose a smaller image.</source>
        <translation>{0}を開くためのメモリが足りません。小さい画像を選んでください。</translation>
    </message>
    <message>
        <source>{0} is damaged or cut off: it cannot be read.</source>
        <translation>{0}は壊れているか、途中で切れていて、読み込めません。</translation>
    </message>
    <message>
        <source>it holds no strokes of Digit Lab. Save it as PNG where it was made, and open that as an image.</source>
        <translation>Digit Labのストロークが入っていません。もとのプログラムでPNGで保存し、画像として開いてください。</translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no pickle</source>
        <translation>壊れているか、途中で切れているか、pickleではないため</translation>
    </message>
    <message>
        <source>it calls something in a way that no array needs</source>
        <translation>配列には必要のない呼び出しがあるため</translation>
    </message>
    <message>
        <source>it gives something a state that no array has</source>
        <translation>配列にはない状態を設定しているため</translation>
    </message>
    <message>
        <source>something else than float16, float32 or float64</source>
        <translation>float16、float32、float64以外の型</translation>
    </message>
    <message>
        <source>Of pickles, Digit Lab opens a dict of arrays, such as the book&apos;s; save other weights with numpy.savez.</source>
        <translation>pickleでDigit Labが開けるのは、本のファイルのような、配列の辞書だけです。ほかの重みはnumpy.savezで保存してください。</translation>
    </message>
    <message>
        <source>something follows its end</source>
        <translation>終わりの後に何かが続いているため</translation>
    </message>
    <message>
        <source>it holds other things than arrays, numbers and texts</source>
        <translation>配列、数、テキスト以外のものが入っているため</translation>
    </message>
    <message>
        <source>it asks for {0}, which no dict of arrays needs</source>
        <translation>配列の辞書には必要のない{0}を要求しているため</translation>
    </message>
    <message>
        <source>Save its arrays in Python with numpy.savez(&quot;weights.npz&quot;, {0}) and open weights.npz.</source>
        <translation>Pythonのnumpy.savez(&quot;weights.npz&quot;, {0})で配列を保存し、weights.npzを開いてください。</translation>
    </message>
    <message>
        <source>it holds an array of an impossible shape</source>
        <translation>ありえない形状の配列が入っているため</translation>
    </message>
    <message>
        <source>it holds an array whose bytes are not as many as its shape needs</source>
        <translation>バイト数が形状と合わない配列が入っているため</translation>
    </message>
    <message>
        <source>it is no dict of arrays</source>
        <translation>配列の辞書ではないため</translation>
    </message>
    <message>
        <source>it was refused and nothing in it was run, because {0}. {1}</source>
        <translation>{0}、開くのをやめました。中のものは何も実行していません。{1}</translation>
    </message>
    <message>
        <source>it was refused and nothing in it was run, because {0}. Of pickles, Digit Lab opens dicts, tuples and lists of NumPy arrays; save other data with numpy.savez.</source>
        <translation>{0}、開くのをやめました。中のものは何も実行していません。pickleでDigit Labが開けるのは、NumPy配列の辞書、タプル、リストです。ほかのデータはnumpy.savezで保存してください。</translation>
    </message>
    <message>
        <source>it is longer than any dict of arrays</source>
        <translation>配列の辞書としては長すぎるため</translation>
    </message>
    <message>
        <source>it is nested deeper than any data</source>
        <translation>データとしては入れ子が深すぎるため</translation>
    </message>
    <message>
        <source>it holds other things than arrays: {0}</source>
        <translation>配列以外のもの（{0}）が入っているため</translation>
    </message>
    <message>
        <source>it holds an array of {0}</source>
        <translation>{0}の配列が入っているため</translation>
    </message>
    <message>
        <source>its arrays do not each have a name of their own</source>
        <translation>配列の名前が重なっているか、名前がないため</translation>
    </message>
    <message>
        <source>it uses the pickle instruction {0}, which no dict of plain arrays needs</source>
        <translation>配列だけの辞書には必要のないpickle命令{0}を使っているため</translation>
    </message>
    <message>
        <source>it holds {0}, an array of {1}</source>
        <translation>{0}が{1}の配列であるため</translation>
    </message>
    <message>
        <source>it is damaged or cut off. Copy or download it again.</source>
        <translation>壊れているか、途中で切れています。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>its metadata is malformed. Copy or download it again.</source>
        <translation>メタデータの形式が正しくありません。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>the weights of a network</source>
        <translation>ネットワークの重み</translation>
    </message>
    <message>
        <source>a checkpoint of a training</source>
        <translation>学習のチェックポイント</translation>
    </message>
    <message>
        <source>a training run</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>the curves of a training</source>
        <translation>学習の曲線</translation>
    </message>
    <message>
        <source>the settings of a training</source>
        <translation>学習の設定</translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the folder and the room on the disk.</source>
        <translation>システムのメッセージは「{0}」です。フォルダーとディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>1個の数</translation>
    </message>
    <message>
        <source>{0} cannot be saved: {1}</source>
        <translation>{0}を保存できません：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be imported: {1}</source>
        <translation>{0}を読み込めません：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be exported: {1}</source>
        <translation>{0}を書き出せません：{1}</translation>
    </message>
    <message>
        <source>it would be larger than the {0} MB that Digit Lab reads. Use a smaller network.</source>
        <translation>Digit Labが読み込める{0} MBを超えてしまいます。ネットワークを小さくしてください。</translation>
    </message>
    <message>
        <source>that is a folder. Choose another name.</source>
        <translation>フォルダーです。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>that is a device, a socket or a named pipe, and not a file. Choose another name.</source>
        <translation>ファイルではなく、デバイス、ソケット、または名前付きパイプです。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>ほか{0}個</translation>
    </message>
    <message>
        <source>it holds something else, not {0}. Choose another file.</source>
        <translation>入っているのは{0}ではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds a number too large for float32. Choose other weights.</source>
        <translation>{0}に、float32には大きすぎる数があります。別の重みを選んでください。</translation>
    </message>
    <message>
        <source>it changed while it was read. Try again.</source>
        <translation>読み込んでいる間に変わりました。もう一度試してください。</translation>
    </message>
    <message>
        <source>it is a folder or a device. Choose a file.</source>
        <translation>フォルダーまたはデバイスです。ファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is larger than the {0} MB that Digit Lab reads. Choose a smaller file.</source>
        <translation>Digit Labが読み込める{0} MBを超えています。小さいファイルを選んでください。</translation>
    </message>
    <message>
        <source>there is no such file. Check the name and the folder.</source>
        <translation>ファイルがありません。名前とフォルダーを確認してください。</translation>
    </message>
    <message>
        <source>it may not be read. Give yourself permission to read it.</source>
        <translation>読み取りが許可されていません。読み取りを許可してください。</translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the name and the disk.</source>
        <translation>システムのメッセージは「{0}」です。名前とディスクを確認してください。</translation>
    </message>
    <message>
        <source>a fact about it is no JSON value ({0}).</source>
        <translation>情報の中に、JSONで表せない値があります（{0}）。</translation>
    </message>
    <message>
        <source>it holds {0}, not {1}. Choose another file.</source>
        <translation>入っているのは{1}ではなく、{0}です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>its array {0} is missing. Copy or download it again.</source>
        <translation>配列{0}がありません。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>{0} is {1}, and should be {2}.</source>
        <translation>{0}の大きさが{2}ではなく、{1}です。</translation>
    </message>
    <message>
        <source>it holds an array {0} that does not belong there.</source>
        <translation>余分な配列{0}が入っています。</translation>
    </message>
    <message>
        <source>{0} is of type {1}, not float32.</source>
        <translation>{0}の型がfloat32ではなく、{1}です。</translation>
    </message>
    <message>
        <source>{0} holds NaN (not a number), so it cannot be used. Train again, or choose other weights.</source>
        <translation>{0}にNaN（非数）があるため、使えません。もう一度学習するか、別の重みを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds an infinite number, so it cannot be used. Train again, or choose other weights.</source>
        <translation>{0}に無限大があるため、使えません。もう一度学習するか、別の重みを選んでください。</translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the disk.</source>
        <translation>システムのメッセージは「{0}」です。ディスクを確認してください。</translation>
    </message>
    <message>
        <source>The {0} is damaged. Start Digit Lab again: {1}.</source>
        <translation>{0}が壊れています。Digit Labをもう一度起動してください。{1}。</translation>
    </message>
    <message>
        <source>Another window of Digit Lab is busy with the {0}. Try again in a moment.</source>
        <translation>Digit Labの別のウィンドウが{0}を使っています。少し待ってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The {0} in “{1}” cannot be read or written: the system says “{2}”. Check the folder and the room on the disk.</source>
        <translation>「{1}」の{0}を読み書きできません。システムのメッセージは「{2}」です。フォルダーとディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>The {0} “{1}” is damaged and cannot be moved aside: the system says “{2}”. Close every window of Digit Lab and start it again.</source>
        <translation>{0}「{1}」が壊れていますが、別の場所に移せません。システムのメッセージは「{2}」です。Digit Labのウィンドウをすべて閉じて、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The {0} in “{1}” were stored by a newer version of Digit Lab. Update Digit Lab to see them; they are left as they are.</source>
        <translation>「{1}」の{0}は、新しいバージョンのDigit Labで保存されました。表示するには、Digit Labを新しくしてください。データはそのまま残っています。</translation>
    </message>
    <message>
        <source>Open the address in a browser to see what it says, and download the file again.</source>
        <translation>ブラウザーでアドレスを開いて内容を確かめ、ファイルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF文書</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG画像</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG画像</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>HDF5ファイル</translation>
    </message>
    <message>
        <source>a file of MATLAB</source>
        <translation>MATLABのファイル</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>Parquetファイル</translation>
    </message>
    <message>
        <source>an Arrow file</source>
        <translation>Arrowファイル</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zipアーカイブ</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RARアーカイブ</translation>
    </message>
    <message>
        <source>packed with bzip2</source>
        <translation>bzip2で圧縮したファイル</translation>
    </message>
    <message>
        <source>packed with xz</source>
        <translation>xzで圧縮したファイル</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLiteデータベース</translation>
    </message>
    <message>
        <source>a single array of numpy.save</source>
        <translation>numpy.saveで保存した1つの配列</translation>
    </message>
    <message>
        <source>it is a web page, saved under the name of a data file: a server sent it instead. {0}</source>
        <translation>データファイルの名前で保存されたウェブページです。サーバーがデータの代わりに送ってきました。{0}</translation>
    </message>
    <message>
        <source>it is only Git LFS’s pointer to the file. Run “git lfs pull” in its folder, or download the file.</source>
        <translation>中身はGit LFSのポインターだけです。そのフォルダーで「git lfs pull」を実行するか、ファイルをダウンロードしてください。</translation>
    </message>
    <message>
        <source>it is only a server’s message, {0}. {1}</source>
        <translation>中身は{0}というサーバーのメッセージだけです。{1}</translation>
    </message>
    <message>
        <source>it is a tar archive. Unpack it and choose the file in it.</source>
        <translation>tarアーカイブです。展開して、中のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Unpack it and choose the file in it.</source>
        <translation>展開して、中のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Save the images and labels with numpy.savez as x_train, y_train, x_test and y_test, and open that file.</source>
        <translation>画像とラベルを、numpy.savezでx_train、y_train、x_test、y_testとして保存し、そのファイルを開いてください。</translation>
    </message>
    <message>
        <source>it is {0}, which Digit Lab does not read as data. {1}</source>
        <translation>{0}なので、Digit Labではデータとして読み込めません。{1}</translation>
    </message>
    <message>
        <source>“{0}” cannot be locked: the system says “{1}”. Check the folder and the disk.</source>
        <translation>「{0}」をロックできません。システムのメッセージは「{1}」です。フォルダーとディスクを確認してください。</translation>
    </message>
    <message>
        <source>.npz file</source>
        <translation>.npzファイル</translation>
    </message>
    <message>
        <source>the facts about it take more than the {0} MB that Digit Lab reads.</source>
        <translation>情報が、Digit Labが読み込める{0} MBを超えています。</translation>
    </message>
    <message>
        <source>its metadata is too long. Choose another file.</source>
        <translation>メタデータが長すぎます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} is no array. Choose another file.</source>
        <translation>{0}は配列ではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} has a malformed header. Copy or download it again.</source>
        <translation>{0}のヘッダーの形式が正しくありません。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>{0} holds numbers of type {1}, and Digit Lab reads float16, float32 and float64. Save it as float32 if it is a weight, and leave it out if not.</source>
        <translation>{0}の数の型は{1}ですが、Digit Labが読み込むのはfloat16、float32、float64です。重みならfloat32で保存し、重みでなければ取り除いてください。</translation>
    </message>
    <message>
        <source>its array {0} is too large. Divide the file into several.</source>
        <translation>配列{0}が大きすぎます。ファイルを分けてください。</translation>
    </message>
    <message>
        <source>{0} holds Python objects, which could run a program, and Digit Lab reads numbers and texts. Choose another file.</source>
        <translation>{0}には、プログラムを実行できるPythonオブジェクトが入っています。Digit Labが読み込むのは数とテキストです。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds values of type {1}, and Digit Lab reads numbers and texts. Choose another file.</source>
        <translation>{0}の値の型は{1}です。Digit Labが読み込むのは数とテキストです。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} is not as large as its header says. Copy or download it again.</source>
        <translation>{0}の大きさがヘッダーと合いません。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no safetensors file. Copy or download it again.</source>
        <translation>壊れているか、途中で切れているか、safetensorsファイルではありません。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>it is no safetensors file, or its header is larger than Digit Lab reads. Choose another file.</source>
        <translation>safetensorsファイルではないか、ヘッダーが大きすぎてDigit Labでは読み込めません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} is stored as {1}, and Digit Lab reads F16, F32 and F64. Save it as F32 if it is a weight, and leave it out if not.</source>
        <translation>{0}の型は{1}ですが、Digit Labが読み込むのはF16、F32、F64です。重みならF32で保存し、重みでなければ取り除いてください。</translation>
    </message>
    <message>
        <source>it holds more than {0:,} files, too many for a {1}. Choose another file.</source>
        <translation>ファイルが{0:,}個より多く入っていて、{1}としては多すぎます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is no {0}. Choose another file.</source>
        <translation>{0}ではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>unpacked, it is larger than {0:,.0f} MB, too large for a {1}. Choose another file.</source>
        <translation>展開すると{0:,.0f} MBを超え、{1}としては大きすぎます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>unpacked, it is more than {0} times as large, which no {1} is. Choose another file.</source>
        <translation>展開すると{0}倍より大きくなります。{1}ではありえません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds two files called {0}. Choose another file.</source>
        <translation>{0}という名前のファイルが2つ入っています。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it is encrypted. Unpack it and pack it again without a password.</source>
        <translation>暗号化されています。展開して、パスワードなしで圧縮し直してください。</translation>
    </message>
    <message>
        <source>it is compressed in a way that Digit Lab does not read. Save it as a plain zip file.</source>
        <translation>Digit Labが扱えない方法で圧縮されています。普通のzipファイルで保存してください。</translation>
    </message>
    <message>
        <source>The process that trained was ended from outside, perhaps because memory was short. What was stored of the run can be resumed.</source>
        <translation>学習のプロセスが外部から終了されました。メモリ不足かもしれません。保存されたところから学習を再開できます。</translation>
    </message>
    <message>
        <source>The training process did not answer, perhaps because it was suspended, so it was ended. What was stored of the run can be resumed.</source>
        <translation>学習のプロセスが応答しないため、終了しました。一時的に止められていたのかもしれません。保存されたところから学習を再開できます。</translation>
    </message>
    <message>
        <source>There is no initialisation called “{0}”: choose one of {1}.</source>
        <translation>「{0}」という重みの初期値はありません。{1}から選んでください。</translation>
    </message>
    <message>
        <source>The standard deviation of the initial weights cannot be {0}.</source>
        <translation>重みの初期値の標準偏差を{0}にすることはできません。</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>An Affine layer has from 1 to {0:,} neurons, not {1:,}.</source>
        <translation>Affine層のニューロンは1個から{0:,}個までで、{1:,}個にはできません。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolution</translation>
    </message>
    <message>
        <source>A Convolution layer has from 1 to {0:,} filters, not {1:,}.</source>
        <translation>Convolution層のフィルターは1個から{0:,}個までで、{1:,}個にはできません。</translation>
    </message>
    <message>
        <source>A filter&apos;s side and its stride are from 1 to 28 pixels, the padding from 0 to 28.</source>
        <translation>フィルターの1辺とストライドは1から28ピクセル、パディングは0から28です。</translation>
    </message>
    <message>
        <source>A Convolution layer takes images (channels, height, width), not the shape {0}.</source>
        <translation>Convolution層への入力は画像（チャンネル, 高さ, 幅）で、形状{0}は使えません。</translation>
    </message>
    <message>
        <source>A filter of {0} × {0} does not fit into an image of {1} × {2} with a padding of {3}.</source>
        <translation>{0} × {0}のフィルターは、パディング{3}の{1} × {2}の画像に収まりません。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>The ratio of a Dropout layer is at least 0 and below 1, not {0}.</source>
        <translation>Dropout層の割合は0以上1未満で、{0}にはできません。</translation>
    </message>
    <message>
        <source>BatchNormalization</source>
        <translation>BatchNormalization</translation>
    </message>
    <message>
        <source>The momentum of BatchNormalization is at least 0 and below 1, not {0}.</source>
        <translation>BatchNormalizationのmomentumは0以上1未満で、{0}にはできません。</translation>
    </message>
    <message>
        <source>MaxPooling</source>
        <translation>MaxPooling</translation>
    </message>
    <message>
        <source>The windows of a MaxPooling layer have sides of 1 to 28 pixels, not {0}.</source>
        <translation>MaxPooling層の窓の1辺は1から28ピクセルで、{0}にはできません。</translation>
    </message>
    <message>
        <source>A MaxPooling layer takes images (channels, height, width), not the shape {0}.</source>
        <translation>MaxPooling層への入力は画像（チャンネル, 高さ, 幅）で、形状{0}は使えません。</translation>
    </message>
    <message>
        <source>An image of {0} × {1} has no room for a pooling window of {2} × {2}.</source>
        <translation>{0} × {1}の画像には、{2} × {2}のプーリングの窓が収まりません。</translation>
    </message>
    <message>
        <source>This version knows no layer called “{0}”.</source>
        <translation>このバージョンでは、「{0}」という層を扱えません。</translation>
    </message>
    <message>
        <source>The input must be a row of at most {0:,} numbers or an image, not {1}.</source>
        <translation>入力は、{0:,}個までの数の並びか画像で、{1}は使えません。</translation>
    </message>
    <message>
        <source>A network has from 1 to {0} layers, not {1}.</source>
        <translation>ネットワークの層は1個から{0}個までで、{1}個にはできません。</translation>
    </message>
    <message>
        <source>The last layer must have a row of outputs, not the shape {0}.</source>
        <translation>最後の層の出力は数の並びで、形状{0}は使えません。</translation>
    </message>
    <message>
        <source>There is no activation called “{0}”: choose one of {1}.</source>
        <translation>「{0}」という活性化関数はありません。{1}から選んでください。</translation>
    </message>
    <message>
        <source>The input must be 784 pixels or an image of 1 × 28 × 28, not {0}.</source>
        <translation>入力は、784ピクセルか1 × 28 × 28の画像で、{0}は使えません。</translation>
    </message>
    <message>
        <source>The last layer must have 10 outputs, one a digit, not the shape ({0},).</source>
        <translation>最後の層の出力は、数字ごとに1個の10個で、形状({0},)は使えません。</translation>
    </message>
    <message>
        <source>The description of the network is malformed ({0}).</source>
        <translation>ネットワークの記述の形式が正しくありません（{0}）。</translation>
    </message>
    <message>
        <source>There is no home folder to store your drawings and trainings in: set the environment variable DIGITLAB_DATA to a folder for them.</source>
        <translation>手書き数字と学習記録を保存するホームフォルダーがありません。環境変数DIGITLAB_DATAに保存先のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The name of the data folder “{0}” is not UTF-8: set the environment variable DIGITLAB_DATA to another folder.</source>
        <translation>データフォルダー「{0}」の名前がUTF-8ではありません。環境変数DIGITLAB_DATAに別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The weights that come with the program are missing: there is no “{0}”.</source>
        <translation>プログラムに付属する重みが見つかりません。「{0}」がありません。</translation>
    </message>
    <message>
        <source>file of a training run</source>
        <translation>学習記録のファイル</translation>
    </message>
    <message>
        <source>it holds {0:,} losses of {1:,} mini-batches.</source>
        <translation>ミニバッチ{1:,}個に対して、損失が{0:,}個入っています。</translation>
    </message>
    <message>
        <source>its weights are of another network than it says.</source>
        <translation>重みが、記述とは別のネットワークのものです。</translation>
    </message>
    <message>
        <source>it holds {0}, which belongs to no training run. Choose another file.</source>
        <translation>学習記録のものではない{0}が入っています。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds no {0}, so it is no training run. Choose another file.</source>
        <translation>{0}がないので、学習記録ではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>its losses are {0}, not one-dimensional.</source>
        <translation>損失が1次元ではなく、{0}です。</translation>
    </message>
    <message>
        <source>it has an impossible value for the accuracies.</source>
        <translation>認識精度に、ありえない値があります。</translation>
    </message>
    <message>
        <source>its accuracies are not in order.</source>
        <translation>認識精度の順序が正しくありません。</translation>
    </message>
    <message>
        <source>its losses are damaged.</source>
        <translation>損失が壊れています。</translation>
    </message>
    <message>
        <source>fingerprint of its data</source>
        <translation>データのフィンガープリント</translation>
    </message>
    <message>
        <source>number of its images</source>
        <translation>画像の枚数</translation>
    </message>
    <message>
        <source>length of an epoch</source>
        <translation>1エポックの長さ</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>成績</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>イテレーション</translation>
    </message>
    <message>
        <source>its status is unknown to this version of Digit Lab.</source>
        <translation>このバージョンのDigit Labでは扱えない状態です。</translation>
    </message>
    <message>
        <source>it has an impossible value for the {0}.</source>
        <translation>{0}に、ありえない値があります。</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%nエポック</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%nイテレーション</numerusform>
        </translation>
    </message>
    <message>
        <source>lr</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>データ拡張</translation>
    </message>
    <message>
        <source>{0} schedule</source>
        <translation>{0}スケジュール</translation>
    </message>
    <message>
        <source>dropout {0:g}</source>
        <translation>ドロップアウト{0:g}</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>The list of your runs was damaged and has been repaired: nothing in it was lost.</source>
        <translation>学習記録の一覧が壊れていたため、修復しました。失われたものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>The list of your runs was damaged: %n run(s) (was/were) found again, and the old list is “{0}”.</source>
        <translation>
            <numerusform>学習記録の一覧が壊れていました。学習記録を%n件取り戻しました。元の一覧は「{0}」です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) (is/are) not shown: damaged, or of a newer version of Digit Lab.</source>
        <translation>
            <numerusform>学習記録%n件を表示していません。壊れているか、新しいバージョンのDigit Labのものです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) (was/were) found again that the list of your runs did not know.</source>
        <translation>
            <numerusform>一覧になかった学習記録が%n件見つかりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>A curve cannot be read: {0}</source>
        <translation>曲線を読み込めません：{0}</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>学習記録には名前が必要です。</translation>
    </message>
    <message>
        <source>This is not the id of a run.</source>
        <translation>学習記録のIDではありません。</translation>
    </message>
    <message>
        <source>Runs cannot be stored in “{0}”: {1}</source>
        <translation>「{0}」に学習記録を保存できません：{1}</translation>
    </message>
    <message>
        <source>“{0}” is {1} and cannot be resumed.</source>
        <translation>「{0}」の状態は「{1}」なので、再開できません。</translation>
    </message>
    <message>
        <source>The saved states of “{0}” are damaged: it cannot be resumed.</source>
        <translation>「{0}」の保存された状態が壊れているため、再開できません。</translation>
    </message>
    <message>
        <source>“{0}” is being trained: stop it first.</source>
        <translation>「{0}」は学習中です。先に中止してください。</translation>
    </message>
    <message>
        <source>“{0}” has no weights yet.</source>
        <translation>「{0}」にはまだ重みがありません。</translation>
    </message>
    <message>
        <source>“{0}” has no weights of this iteration.</source>
        <translation>「{0}」には、このイテレーションの重みがありません。</translation>
    </message>
    <message>
        <source>“{0}” is being trained in another window.</source>
        <translation>「{0}」は、別のウィンドウで学習中です。</translation>
    </message>
    <message>
        <source>This run is no longer there: it was deleted for good.</source>
        <translation>この学習記録は完全に削除されていて、もうありません。</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>list of runs</source>
        <translation>学習記録の一覧</translation>
    </message>
    <message>
        <source>it looks for the runs in their folders</source>
        <translation>各フォルダーから学習記録を探します</translation>
    </message>
    <message>
        <source>A stored run cannot be read: {0}</source>
        <translation>保存された学習記録を読み込めません：{0}</translation>
    </message>
    <message>
        <source>accuracies</source>
        <translation>認識精度</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>random generator</source>
        <translation>乱数生成器</translation>
    </message>
    <message>
        <source>its {0} are malformed.</source>
        <translation>{0}の形式が正しくありません。</translation>
    </message>
    <message>
        <source>it has an impossible number of steps of the optimiser.</source>
        <translation>最適化手法のステップ数がありえない値です。</translation>
    </message>
    <message>
        <source>it holds arrays that do not belong to a training.</source>
        <translation>学習のものではない配列が入っています。</translation>
    </message>
    <message>
        <source>its {0} are not valid. {1}</source>
        <translation>{0}が正しくありません。{1}</translation>
    </message>
    <message>
        <source>its {0} are not complete.</source>
        <translation>{0}がそろっていません。</translation>
    </message>
    <message>
        <source>{0} among its {1} is malformed, or unknown to this version of Digit Lab.</source>
        <translation>{1}の中の{0}の形式が正しくないか、このバージョンのDigit Labでは扱えません。</translation>
    </message>
    <message>
        <source>Early stopping needs a validation split to be measured on.</source>
        <translation>早期終了には、効果を測るための検証データが必要です。</translation>
    </message>
    <message>
        <source>Try learning rate {0:g}.</source>
        <translation>学習率{0:g}を試してください。</translation>
    </message>
    <message>
        <source>Use He initialisation.</source>
        <translation>Heの初期値を使ってください。</translation>
    </message>
    <message>
        <source>Try a ratio of {0:g}.</source>
        <translation>割合{0:g}を試してください。</translation>
    </message>
    <message>
        <source>Use dropout {0:g}</source>
        <translation>ドロップアウト{0:g}を使う</translation>
    </message>
    <message>
        <source>Use learning rate {0:g}</source>
        <translation>学習率{0:g}を使う</translation>
    </message>
    <message>
        <source>Use ReLU and He initialisation.</source>
        <translation>ReLUとHeの初期値を使ってください。</translation>
    </message>
    <message>
        <source>Use Xavier initialisation.</source>
        <translation>Xavierの初期値を使ってください。</translation>
    </message>
    <message>
        <source>Use He initialisation</source>
        <translation>Heの初期値を使う</translation>
    </message>
    <message>
        <source>Use ReLU and He initialisation</source>
        <translation>ReLUとHeの初期値を使う</translation>
    </message>
    <message>
        <source>Use Xavier initialisation</source>
        <translation>Xavierの初期値を使う</translation>
    </message>
    <message>
        <source>The loss is {0:.3g}; guessing gives {1:.3g}.</source>
        <translation>損失は{0:.3g}です。当てずっぽうなら{1:.3g}です。</translation>
    </message>
    <message>
        <source>{0} of {1} neurons of the ReLU layer {2} are 0 for every image, so they cannot learn any more.</source>
        <translation>ReLU層{2}のニューロン{1}個のうち{0}個が、どの画像でも0になり、もう学習できません。</translation>
    </message>
    <message numerus="yes">
        <source>There (was/were) only %n step(s), too few to learn from. Train for more epochs, or with smaller batches.</source>
        <translation>
            <numerusform>全部で%nステップしかなく、学習には足りません。エポックを増やすか、バッチサイズを小さくしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0:.0f} % of the training images are predicted correctly, but only {1:.0f} % of the test images.</source>
        <translation>訓練画像は{0:.0f}%を正しく予測しますが、テスト画像は{1:.0f}%だけです。</translation>
    </message>
    <message>
        <source>In each set the labels fit the images, so the two sets differ. Check whether the images of one are turned, or their labels shifted.</source>
        <translation>どちらのデータでもラベルは画像と合っているので、2つのデータに違いがあります。一方の画像の向きが違うか、ラベルがずれていないか確認してください。</translation>
    </message>
    <message>
        <source>The images have contrast, no ReLU layer is dead, and the gradients of the first and the last W are {0:.1g} and {1:.1g}. No cause is sure: try more epochs first.</source>
        <translation>画像にはコントラストがあり、死んだReLU層もなく、最初と最後のWの勾配は{0:.1g}と{1:.1g}です。原因ははっきりしません。まずエポックを増やしてみてください。</translation>
    </message>
    <message>
        <source>The loss went only from {0:.3g} to {1:.3g} in {2:,} steps. The learning rate {3:g} is too small.</source>
        <translation>損失は{2:,}ステップで{0:.3g}から{1:.3g}までしか減りませんでした。学習率{3:g}が小さすぎます。</translation>
    </message>
    <message>
        <source>Initial weights of standard deviation {0:g} are too small for {1} layers: the gradient of W1 is only {2:.1g}, that of {3} {4:.1g}.</source>
        <translation>重みの初期値の標準偏差{0:g}は、{1}層には小さすぎます。{3}の勾配は{4:.1g}ですが、W1の勾配は{2:.1g}しかありません。</translation>
    </message>
    <message>
        <source>Initial weights of standard deviation {0:g} are too large for this network.</source>
        <translation>重みの初期値の標準偏差{0:g}は、このネットワークには大きすぎます。</translation>
    </message>
    <message>
        <source>The weight decay {0:g} is too large: times the learning rate, it takes {1:.3g} % of every weight at each step. Try {2}.</source>
        <translation>荷重減衰{0:g}は大きすぎます。学習率を掛けると、ステップのたびにすべての重みを{1:.3g}%減らします。{2}を試してください。</translation>
    </message>
    <message>
        <source>Use weight decay {0}</source>
        <translation>荷重減衰{0}を使う</translation>
    </message>
    <message>
        <source>The momentum {0:g} is too large: it makes each step {1:.3g} times as long. Try {2}.</source>
        <translation>Momentumの係数{0:g}は大きすぎます。ステップが{1:.3g}倍に伸びます。{2}を試してください。</translation>
    </message>
    <message>
        <source>The images are dark on bright, so almost all inputs are large; a network learns better with bright ink on black. Invert the images, or try a smaller learning rate.</source>
        <translation>画像が明るい地に暗い数字なので、ほとんどの入力が大きな値になります。黒地に明るいインクのほうが、ネットワークはよく学習します。画像の白黒を反転するか、学習率を小さくしてみてください。</translation>
    </message>
    <message>
        <source>{0:.3g} % of the labels are wrong: with so many there is little to learn. Try {1:.0f} %.</source>
        <translation>ラベルの{0:.3g}%が誤りです。これほど多いと、学べることがほとんどありません。{1:.0f}%を試してください。</translation>
    </message>
    <message>
        <source>The labels of the training images do not fit: the most similar image has the same label for only {0:.0f} % of them, as by chance. Check whether images or labels were shuffled.</source>
        <translation>訓練画像のラベルが画像と合っていません。最もよく似た画像とラベルが同じなのは{0:.0f}%だけで、偶然と変わりません。画像かラベルの順序が入れ替わっていないか確認してください。</translation>
    </message>
    <message>
        <source>The labels of the test images do not fit: the most similar image has the same label for only {0:.0f} % of them, as by chance. Check whether images or labels were shuffled.</source>
        <translation>テスト画像のラベルが画像と合っていません。最もよく似た画像とラベルが同じなのは{0:.0f}%だけで、偶然と変わりません。画像かラベルの順序が入れ替わっていないか確認してください。</translation>
    </message>
    <message>
        <source>All {0:,} training images show no digit, so there is nothing to tell apart.</source>
        <translation>訓練画像{0:,}枚のどれにも数字がないので、見分けるものがありません。</translation>
    </message>
    <message>
        <source>All {0:,} training images have the label {1}, so there is nothing to tell apart.</source>
        <translation>訓練画像{0:,}枚のラベルがすべて{1}なので、見分けるものがありません。</translation>
    </message>
    <message>
        <source>The loss grew from {0:.3g} to {1:.3g} in {2:,} steps.</source>
        <translation>損失が、{2:,}ステップで{0:.3g}から{1:.3g}に増えました。</translation>
    </message>
    <message>
        <source>The steps were too large for them.</source>
        <translation>ステップが大きすぎたためです。</translation>
    </message>
    <message>
        <source>{0:,} of {1:,} training images are blank: all their pixels are the same. Check how the files were made.</source>
        <translation>訓練画像{1:,}枚のうち{0:,}枚は、すべてのピクセルが同じで、何も写っていません。ファイルの作り方を確認してください。</translation>
    </message>
    <message>
        <source>The images have almost no contrast: their pixels differ by only {0:.0f} of 255. Scale the pixels so that they go from 0 to 255.</source>
        <translation>画像にコントラストがほとんどありません。ピクセルの差は、255のうち{0:.0f}だけです。ピクセルの値を0から255に広げてください。</translation>
    </message>
    <message>
        <source>{0:.0f} % of the outputs of {1} are at the ends of their range, where the gradient is close to 0.</source>
        <translation>{1}の出力の{0:.0f}%が範囲の両端にあり、そこでは勾配がほぼ0です。</translation>
    </message>
    <message>
        <source>Dropout removes {0:.0f} % of the outputs of a layer at each step: too many.</source>
        <translation>ドロップアウトがステップのたびに層の出力の{0:.0f}%を消去しています。多すぎます。</translation>
    </message>
    <message>
        <source>The gradient vanishes in {0} Sigmoid layers: that of W1 was only {1:.1g}.</source>
        <translation>{0}個のSigmoid層で勾配が消失しています。W1の勾配は{1:.1g}しかありませんでした。</translation>
    </message>
    <message>
        <source>The learning rate {0:g} is too large for this network.</source>
        <translation>学習率{0:g}は、このネットワークには大きすぎます。</translation>
    </message>
    <message>
        <source>The learning rate {0:g} is too large.</source>
        <translation>学習率{0:g}は大きすぎます。</translation>
    </message>
    <message>
        <source>Use momentum {0}</source>
        <translation>Momentumの係数{0}を使う</translation>
    </message>
    <message>
        <source>Use {0:.0f} % wrong labels</source>
        <translation>誤ったラベルを{0:.0f}%にする</translation>
    </message>
    <message>
        <source>Add images of other digits.</source>
        <translation>ほかの数字の画像を加えてください。</translation>
    </message>
    <message>
        <source>The loss was {0:.3g} at the first step; guessing gives {1:.3g}.</source>
        <translation>最初のステップの損失が{0:.3g}でした。当てずっぽうなら{1:.3g}です。</translation>
    </message>
    <message>
        <source>The batch size {0:,} is larger than the {1:,} images, so each epoch was one step, and there were only {2:,}. Try batch size {3:,}.</source>
        <translation>バッチサイズ{0:,}が画像の枚数{1:,}より大きいので、1エポックが1ステップになり、全部で{2:,}ステップしかありませんでした。バッチサイズ{3:,}を試してください。</translation>
    </message>
    <message>
        <source>The batch size {0:,} is as large as the {1:,} images, so each epoch was one step, and there were only {2:,}. Try batch size {3:,}.</source>
        <translation>バッチサイズ{0:,}が画像の枚数{1:,}と同じなので、1エポックが1ステップになり、全部で{2:,}ステップしかありませんでした。バッチサイズ{3:,}を試してください。</translation>
    </message>
    <message>
        <source>Use batch size {0:,}</source>
        <translation>バッチサイズ{0:,}を使う</translation>
    </message>
    <message>
        <source>The training images are dark on bright, the test images bright on dark. Invert one of them.</source>
        <translation>訓練画像は明るい地に暗い数字、テスト画像は暗い地に明るい数字です。どちらかの白黒を反転してください。</translation>
    </message>
    <message>
        <source>The test images are dark on bright, the training images bright on dark. Invert one of them.</source>
        <translation>テスト画像は明るい地に暗い数字、訓練画像は暗い地に明るい数字です。どちらかの白黒を反転してください。</translation>
    </message>
    <message>
        <source>The loss is {0:.3g} after {1:,} steps, no better than guessing.</source>
        <translation>{1:,}ステップ後の損失は{0:.3g}で、当てずっぽうと変わりません。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>One-cycle</source>
        <translation>One-cycle</translation>
    </message>
    <message>
        <source>from {0:,} to {1:,}</source>
        <translation>{0:,}以上{1:,}以下</translation>
    </message>
    <message>
        <source>How the weights follow the gradient</source>
        <translation>勾配を使って重みをどう更新するか</translation>
    </message>
    <message>
        <source>The size of each step: above 0</source>
        <translation>1ステップの大きさ：0より大きい値</translation>
    </message>
    <message>
        <source>How much of the velocity is kept at each step: from 0 to below 1</source>
        <translation>ステップのたびに速度をどれだけ残すか：0以上1未満</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>減衰率</translation>
    </message>
    <message>
        <source>How much of the mean square of the gradient is kept at each step: from 0 to below 1</source>
        <translation>ステップのたびに勾配の2乗の平均をどれだけ残すか：0以上1未満</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>ベータ1</translation>
    </message>
    <message>
        <source>How much of the mean of the gradient is kept at each step: from 0 to below 1</source>
        <translation>ステップのたびに勾配の平均をどれだけ残すか：0以上1未満</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>ベータ2</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>The learning rate over time</source>
        <translation>学習率の変化のしかた</translation>
    </message>
    <message>
        <source>How often each training image is used</source>
        <translation>各訓練画像を使う回数</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>イテレーション</translation>
    </message>
    <message>
        <source>How many mini-batches to train on</source>
        <translation>学習に使うミニバッチの数</translation>
    </message>
    <message>
        <source>Images in a mini-batch</source>
        <translation>1つのミニバッチの画像の枚数</translation>
    </message>
    <message>
        <source>Each step also makes every weight a little smaller: 0, or about 0.001</source>
        <translation>ステップのたびに、すべての重みも少し小さくします。0、または0.001くらい</translation>
    </message>
    <message>
        <source>Weight averaging (EMA)</source>
        <translation>重みの平均 (EMA)</translation>
    </message>
    <message>
        <source>Keep a running average of the weights: 0 for none, or a little below 1, such as 0.998</source>
        <translation>重みの移動平均を保ちます。0なら使いません。使うときは、0.998のように1より少し小さくします</translation>
    </message>
    <message>
        <source>The same seed gives the same network</source>
        <translation>シードが同じなら、同じネットワークになります</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>Rotate by up to this many degrees in each direction</source>
        <translation>左右どちらにも、この角度（度）まで回転します</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Scale width and height, each by up to this percentage</source>
        <translation>幅と高さを、それぞれこの割合（%）まで拡大・縮小します</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>傾斜</translation>
    </message>
    <message>
        <source>Slant by up to this percentage of the height in each direction</source>
        <translation>左右どちらにも、高さのこの割合（%）まで傾けます</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Move by up to this many pixels in each direction</source>
        <translation>上下左右に、このピクセル数まで動かします</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>弾性変形</translation>
    </message>
    <message>
        <source>Displace every pixel by about this many pixels</source>
        <translation>すべてのピクセルを、このピクセル数くらいずらします</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>太さ</translation>
    </message>
    <message>
        <source>100 makes lines up to two pixels thicker or thinner</source>
        <translation>100で、線が最大2ピクセル太く、または細くなります</translation>
    </message>
    <message>
        <source>Anneal</source>
        <translation>徐々に弱める</translation>
    </message>
    <message>
        <source>In this last part of the training the augmentation decreases to 0; 0 % keeps it to the end</source>
        <translation>学習の最後のこの割合で、データ拡張を0まで減らします。0%なら最後まで続けます</translation>
    </message>
    <message>
        <source>Validation split</source>
        <translation>検証データ</translation>
    </message>
    <message>
        <source>The part of the training images that is not trained on</source>
        <translation>学習に使わない訓練画像の割合</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>待つ長さ</translation>
    </message>
    <message>
        <source>Stop after this many epochs without a better accuracy; 0: train to the end and keep the last weights</source>
        <translation>認識精度がこのエポック数の間よくならなければ終了します。0なら最後まで学習し、最後の重みを残します</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>訓練画像</translation>
    </message>
    <message>
        <source>So many images of the training set are used, always the same ones</source>
        <translation>訓練データから使う画像の枚数（いつも同じ画像）</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>誤ったラベル</translation>
    </message>
    <message>
        <source>This part of the training images gets the label of another digit</source>
        <translation>訓練画像のこの割合に、別の数字のラベルを付けます</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Evaluated every</source>
        <translation>評価の間隔</translation>
    </message>
    <message>
        <source>Evaluated on</source>
        <translation>評価に使う枚数</translation>
    </message>
    <message>
        <source>above {0:,} and below {1:,}</source>
        <translation>{0:,}より大きく{1:,}未満</translation>
    </message>
    <message>
        <source>above {0:,} and at most {1:,}</source>
        <translation>{0:,}より大きく{1:,}以下</translation>
    </message>
    <message>
        <source>from {0:,} to below {1:,}</source>
        <translation>{0:,}以上{1:,}未満</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>枚</translation>
    </message>
    <message>
        <source>{0:,} or above</source>
        <translation>{0:,}以上</translation>
    </message>
    <message>
        <source>There is no {0} called “{1}”.</source>
        <translation>「{1}」という{0}はありません。</translation>
    </message>
    <message>
        <source>{0} must be at most {1:,}.</source>
        <translation>「{0}」は{1:,}以下でなければなりません。</translation>
    </message>
    <message>
        <source>a line of it has more than {0} dots. Correct it, or choose another file.</source>
        <translation>ドットが{0}個より多い行があります。直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>a number in it has more than {0} digits. Correct it: the settings of a training have at most 16.</source>
        <translation>桁が{0}桁より多い数があります。直してください。学習の設定の数は16桁までです。</translation>
    </message>
    <message>
        <source>it is not a text file. Choose a settings file, which ends in .toml.</source>
        <translation>テキストファイルではありません。名前の最後が.tomlの設定ファイルを選んでください。</translation>
    </message>
    <message>
        <source>a value is out of range or nested</source>
        <translation>範囲外の値か、深すぎる入れ子があります</translation>
    </message>
    <message>
        <source>it is not valid TOML ({0}). Correct it, or choose another file.</source>
        <translation>正しいTOMLではありません（{0}）。直すか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>its data are not valid. {0}</source>
        <translation>データの記述が正しくありません。{0}</translation>
    </message>
    <message>
        <source>There is nothing to train on: the training set is empty.</source>
        <translation>学習に使うものがありません。訓練データが空です。</translation>
    </message>
    <message>
        <source>A training has at most {0:,} iterations, not {1:,}.</source>
        <translation>学習は{0:,}イテレーションまでで、{1:,}イテレーションにはできません。</translation>
    </message>
    <message>
        <source>This training was started on other data: it can only be resumed on the same training set.</source>
        <translation>この学習は別のデータで始められました。再開できるのは、同じ訓練データを使うときだけです。</translation>
    </message>
    <message>
        <source>The saved training is inconsistent: it cannot be resumed.</source>
        <translation>保存された学習に矛盾があるため、再開できません。</translation>
    </message>
    <message>
        <source>Nothing stands out from the background: use an image with more contrast.</source>
        <translation>背景から見分けられるものがありません。もっとコントラストの強い画像を使ってください。</translation>
    </message>
    <message>
        <source>The digit is too small: crop a larger image to it.</source>
        <translation>数字が小さすぎます。もっと大きな画像から数字の部分を切り抜いてください。</translation>
    </message>
    <message>
        <source>A frame, and no digit apart from it: crop the image to the digit.</source>
        <translation>枠だけで、枠から離れた数字がありません。数字の部分を切り抜いてください。</translation>
    </message>
    <message>
        <source>Several digits that cannot be told apart? Use an image of each.</source>
        <translation>複数の数字がつながっていますか？ 数字ごとに別の画像を使ってください。</translation>
    </message>
    <message>
        <source>There is too much on the image: crop it to the digit.</source>
        <translation>画像に余分なものが多すぎます。数字の部分を切り抜いてください。</translation>
    </message>
    <message>
        <source>The image is blurred: take a sharper one.</source>
        <translation>画像がぼやけています。もっと鮮明な画像を使ってください。</translation>
    </message>
    <message>
        <source>its layers do not fit together: {0}. Each must take as many inputs as the one before has outputs, from {1} pixels to {2} digits.</source>
        <translation>層が互いに合いません：{0}。{1}ピクセルの入力から数字{2}個の出力まで、各層の入力の数は、前の層の出力の数と同じでなければなりません。</translation>
    </message>
    <message>
        <source>it holds a convolutional network that is neither of the book&apos;s two, and does not describe its layers. Save it with its description, as .safetensors from Digit Lab.</source>
        <translation>入っているのは、本の2つのどちらでもない畳み込みネットワークで、層の記述がありません。Digit Labから.safetensorsとして、記述とともに保存してください。</translation>
    </message>
    <message>
        <source>it holds no arrays. Choose another file.</source>
        <translation>配列が入っていません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>A menu entry can only be added on Linux. Here, start the program with the command digit-lab.</source>
        <translation>メニューへの追加は Linux でのみできます。ここではコマンド digit-lab で起動してください。</translation>
    </message>
    <message>
        <source>There is no home folder: set the environment variable XDG_DATA_HOME to a folder.</source>
        <translation>ホームフォルダーがありません。環境変数 XDG_DATA_HOME にフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Digit Lab: draw a digit, watch a neural network predict it, train your own.

Without arguments the window opens; with files it opens them, each as what it is: an image, a drawing, weights, data to
train with, a run, or settings. The commands work without a window. A file that has the name of a command is given as
./NAME.
</source>
        <translation>Digit Lab：数字を書いて、ニューラルネットワークの予測を見て、自分のネットワークを学習させます。

引数がなければウィンドウを開きます。ファイルを指定すると、画像、手書き数字、重み、訓練データ、学習記録、設定のどれかを
見分けて開きます。コマンドはウィンドウなしで実行します。コマンドと同じ名前のファイルは、./NAMEのように指定します。
</translation>
    </message>
    <message>
        <source>a file, a folder, or a pattern such as &quot;*.png&quot;</source>
        <translation>ファイル、フォルダー、または &quot;*.png&quot; のようなパターン</translation>
    </message>
    <message>
        <source>“{0}” holds weights, not an image: give it after --weights.</source>
        <translation>「{0}」は画像ではなく重みのファイルです。--weights の後に指定してください。</translation>
    </message>
    <message>
        <source>“{0}” holds a dataset, not an image: use the command evaluate.</source>
        <translation>「{0}」は画像ではなくデータセットです。evaluate コマンドを使ってください。</translation>
    </message>
    <message>
        <source>“{0}” belongs to a training and is not an image: open it in the window.</source>
        <translation>「{0}」は画像ではなく学習用のファイルです。ウィンドウで開いてください。</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
    <message>
        <source>it is an empty zip file. Choose another file.</source>
        <translation>空のzipファイルです。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds {1:,} {2}, and beside it there are {3} files with as many {4}. Put the one that belongs to it there, alone with it.</source>
        <translation>{0}の{2}の数は{1:,}ですが、{4}の数が同じファイルが、同じ場所に{3}個あります。対になるファイルだけをそこに置いてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) damaged and not shown.</source>
        <translation>
            <numerusform>手書き数字%n個が壊れているため、表示していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not known how many others were in it.</source>
        <translation>その中にほかにいくつあったかは分かりません。</translation>
    </message>
    <message>
        <source>All {0} images that were checked are blank: choose other data, or check how they were made.</source>
        <translation>確認した画像{0}枚すべてに何も写っていません。別のデータを選ぶか、画像の作り方を確認してください。</translation>
    </message>
    <message>
        <source>it holds a text of more than {0} characters</source>
        <translation>{0}文字より長いテキストが入っているため</translation>
    </message>
    <message>
        <source>it holds the same array too often</source>
        <translation>同じ配列が何度も入りすぎているため</translation>
    </message>
    <message>
        <source>time of the start</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>it holds {0}, and no weights called W1, W2 and so on. Choose another file.</source>
        <translation>入っているのは{0}で、W1、W2のような名前の重みがありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds {0}, which Digit Lab does not know beside weights and biases. Save the weights and biases alone.</source>
        <translation>重みとバイアスのほかに、Digit Labが扱えない{0}が入っています。重みとバイアスだけを保存してください。</translation>
    </message>
    <message>
        <source>{0} were transposed: the file holds (outputs, inputs), the book (inputs, outputs).</source>
        <translation>{0}を転置しました。ファイルでは（出力, 入力）、本では（入力, 出力）の順です。</translation>
    </message>
    <message>
        <source>The file holds no biases for {0} of {1} layers: they are 0.</source>
        <translation>ファイルには、{1}層のうち{0}層のバイアスがありません。0として扱います。</translation>
    </message>
    <message>
        <source>it holds {0} matrices, and a network has at most {1} layers.</source>
        <translation>行列が{0}個入っていますが、ネットワークの層は{1}個までです。</translation>
    </message>
    <message>
        <source>no layer takes the {0} pixels of an image here: {1}. Choose another file.</source>
        <translation>画像の{0}ピクセルを入力できる層がありません：{1}。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds {0}, which belong to none of its weights. Save the file without them.</source>
        <translation>どの重みとも対応しない{0}が入っています。それを除いて保存してください。</translation>
    </message>
    <message>
        <source>its gammas</source>
        <translation>gamma</translation>
    </message>
    <message>
        <source>its betas</source>
        <translation>beta</translation>
    </message>
    <message>
        <source>the running mean (mean1, ...)</source>
        <translation>平均の移動平均（mean1, ...）</translation>
    </message>
    <message>
        <source>the running variance (var1, ...)</source>
        <translation>分散の移動平均（var1, ...）</translation>
    </message>
    <message>
        <source>it holds {0} of batch normalisation, but not {1}, without which its network cannot predict. Save these arrays, too.</source>
        <translation>バッチ正規化の{0}が入っていますが、{1}がありません。これがないと、ネットワークは予測できません。これらの配列も保存してください。</translation>
    </message>
    <message>
        <source>it holds a network that this version cannot build. {0}</source>
        <translation>このバージョンでは作れないネットワークが入っています。{0}</translation>
    </message>
    <message numerus="yes">
        <source>its network has %n output(s), and there are {0} digits. Choose another file.</source>
        <translation>
            <numerusform>ネットワークの出力が%n個ですが、数字は{0}個あります。別のファイルを選んでください。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is {1}, and its layer has {2} outputs. Choose another file.</source>
        <translation>{0}の大きさは{1}ですが、その層の出力は{2}個です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>it holds {0} of batch normalisation, and Digit Lab reads it only after every hidden layer. Save the network from Digit Lab, or without it.</source>
        <translation>バッチ正規化の{0}が入っています。Digit Labが読み込めるのは、すべての隠れ層の後にバッチ正規化がある場合だけです。Digit Labからネットワークを保存するか、バッチ正規化なしで保存してください。</translation>
    </message>
    <message>
        <source>it is a file of {0}, which Digit Lab does not read. Convert it in Python with “{1}” and open {2}.npz.</source>
        <translation>{0}のファイルで、Digit Labでは読み込めません。Pythonで「{1}」を実行して変換し、{2}.npzを開いてください。</translation>
    </message>
    <message>
        <source>The file does not say which activation function its network was trained with</source>
        <translation>ネットワークの学習に使った活性化関数が、ファイルに書かれていません</translation>
    </message>
    <message>
        <source>{0}: {1} was chosen.</source>
        <translation>{0}。{1}が選ばれました。</translation>
    </message>
    <message>
        <source>{0}: Sigmoid was assumed, as in chapters 3 and 4 of the book.</source>
        <translation>{0}。本の3章と4章と同じシグモイドと仮定しました。</translation>
    </message>
    <message>
        <source>its network needs images prepared by a newer version of Digit Lab. Update Digit Lab to open it.</source>
        <translation>このネットワークには、新しいバージョンのDigit Labで前処理した画像が必要です。開くには、Digit Labを新しくしてください。</translation>
    </message>
    <message>
        <source>it has an impossible value for the scores.</source>
        <translation>スコアにありえない値があります。</translation>
    </message>
    <message>
        <source>its network is too large for Digit Lab.</source>
        <translation>ネットワークが、Digit Labには大きすぎます。</translation>
    </message>
    <message>
        <source>weights are written as {0} or {1}. Give the file one of these endings.</source>
        <translation>重みは{0}か{1}で保存します。ファイル名の最後をどちらかにしてください。</translation>
    </message>
    <message>
        <source>Its sizes are not valid.</source>
        <translation>大きさが正しくありません。</translation>
    </message>
    <message>
        <source>Images cannot be turned by {0}: choose one of {1}.</source>
        <translation>画像を{0}で変えることはできません。{1}から選んでください。</translation>
    </message>
    <message>
        <source>its metadata is malformed ({0}). Copy or download it again.</source>
        <translation>メタデータの形式が正しくありません（{0}）。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>its {0} is too large. Choose another file.</source>
        <translation>中の{0}が大きすぎます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} among its data is unknown to this version of Digit Lab.</source>
        <translation>データの中の{0}は、このバージョンのDigit Labでは扱えません。</translation>
    </message>
    <message>
        <source>it describes a network that this version cannot build. {0}</source>
        <translation>このバージョンでは作れないネットワークが記述されています。{0}</translation>
    </message>
    <message>
        <source>{0} holds a negative variance. Train again, or choose other weights.</source>
        <translation>{0}に負の分散があります。もう一度学習するか、別の重みを選んでください。</translation>
    </message>
    <message>
        <source>what it compresses is no file of weights. Choose another file.</source>
        <translation>圧縮されているのは、重みのファイルではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>weights end in {0}. Choose a file that does.</source>
        <translation>重みのファイルの名前は{0}で終わります。そのようなファイルを選んでください。</translation>
    </message>
    <message>
        <source>its network has {0}: no other activation can be chosen. Omit --activation.</source>
        <translation>このネットワークの活性化関数は{0}で、ほかのものは選べません。--activationを外してください。</translation>
    </message>
    <message>
        <source>its network has no hidden layer: no other activation can be chosen. Omit --activation.</source>
        <translation>このネットワークには隠れ層がないので、活性化関数を選べません。--activationを外してください。</translation>
    </message>
    <message>
        <source>Choose the language of the window</source>
        <translation>ウィンドウの言語を選びます</translation>
    </message>
    <message>
        <source>An error in the program: {0}. Your drawing and your weights are still there. The details are in the file “{1}”.</source>
        <translation>プログラムのエラー：{0}。手書き数字と重みはそのまま残っています。詳しくはファイル「{1}」を見てください。</translation>
    </message>
    <message>
        <source>The window cannot be opened: {0}</source>
        <translation>ウィンドウを開けません：{0}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more channel(s): {0}</source>
        <translation>
            <numerusform>ほか%nチャンネル：{0}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Network: {1}.</source>
        <translation>{0}ネットワーク：{1}。</translation>
    </message>
    <message>
        <source>{0:,} added, {1:,} were there already.</source>
        <translation>{0:,}個を追加しました。{1:,}個はすでにありました。</translation>
    </message>
    <message>
        <source>All {0:,}</source>
        <translation>すべて {0:,}</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was trained with %n drawing(s). Draw: its bars are beside the others.</source>
        <translation>
            <numerusform>「{0}」は手書き数字%n個で学習しました。数字を書くと、その予測の棒が並んで表示されます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) kept.</source>
        <translation>
            <numerusform>手書き数字を%n個保存しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Accuracy so far: {1:,} of {2:,} ({3} %).</source>
        <translation>{0}これまでの認識精度：{2:,}個中{1:,}個（{3}%）。</translation>
    </message>
    <message>
        <source>{0} The network was not sure.</source>
        <translation>{0}ネットワークは自信がありませんでした。</translation>
    </message>
    <message>
        <source>{0} It was predicted as {1}.</source>
        <translation>{0}予測は{1}でした。</translation>
    </message>
    <message>
        <source>{0} No small change makes it {1}.</source>
        <translation>{0}小さな変化では{1}になりません。</translation>
    </message>
    <message>
        <source>{0} This small change makes it the most probable: orange was added, blue removed.</source>
        <translation>{0}これだけの変化で、確率が最も高くなります。オレンジは加えた部分、青は消した部分です。</translation>
    </message>
    <message>
        <source>{0} For {1} it is another digit.</source>
        <translation>{0}{1}通りでは別の数字になります。</translation>
    </message>
    <message>
        <source>{0} For {1} the network is not sure (grey).</source>
        <translation>{0}{1}通りではネットワークは自信がありません（灰色）。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>ゆらぎ</translation>
    </message>
    <message>
        <source>{0}. The left and right arrow keys choose a digit, Return explains it.</source>
        <translation>{0}。左右の矢印キーで数字を選び、Enterキーで説明を表示します。</translation>
    </message>
    <message>
        <source>{0}. {1}: {2}</source>
        <translation>{0}。{1}：{2}</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Digit Lab {0}&lt;/h3&gt;&lt;p&gt;Draw a digit, watch a neural network predict it, train your own.&lt;/p&gt;&lt;p&gt;Based on &lt;i&gt;Deep Learning from Scratch&lt;/i&gt; by Saito Koki. MIT licence.&lt;/p&gt;&lt;p&gt;Python {1}, NumPy {2}, Qt {3}&lt;/p&gt;&lt;p&gt;Your drawings and runs: {4}&lt;/p&gt;&lt;p&gt;The log of errors, which names none of your files: {5}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Digit Lab {0}&lt;/h3&gt;&lt;p&gt;数字を書き、ニューラルネットワークの予測を見て、自分のネットワークを学習させてみましょう。&lt;/p&gt;&lt;p&gt;斎藤康毅『&lt;i&gt;ゼロから作るDeep Learning&lt;/i&gt;』に基づいています。MITライセンス。&lt;/p&gt;&lt;p&gt;Python {1}、NumPy {2}、Qt {3}&lt;/p&gt;&lt;p&gt;手書き数字と学習記録の場所：{4}&lt;/p&gt;&lt;p&gt;エラーのログ（ファイル名は残しません）：{5}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The shipped network was trained on MNIST (LeCun, Cortes and Burges), on UNIPEN (International Unipen Foundation) and on Pen-Based Recognition of Handwritten Digits (Alpaydin and Alimoglu, UCI). The last two have the licence CC BY 4.0.&lt;/p&gt;&lt;p&gt;Qt and PySide6 are used under the LGPL, version 3. The file NOTICE has the details.&lt;/p&gt;</source>
        <translation>&lt;p&gt;付属のネットワークは、MNIST（LeCun、Cortes、Burges）、UNIPEN（International Unipen Foundation）、Pen-Based Recognition of Handwritten Digits（Alpaydin、Alimoglu、UCI）で学習させました。後の2つのライセンスはCC BY 4.0です。&lt;/p&gt;&lt;p&gt;QtとPySide6は、LGPLバージョン3に基づいて使っています。詳しくはNOTICEファイルをご覧ください。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Both predict the same {0:,} of {1:,} correctly.</source>
        <translation>どちらも、{1:,}枚のうち同じ{0:,}枚を正しく予測しました。</translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times faster.</source>
        <translation>バッチサイズ{0}なら{1}倍速くなります。</translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times slower.</source>
        <translation>バッチサイズ{0}だと{1}倍遅くなります。</translation>
    </message>
    <message>
        <source>The number of columns of {0} ({2}) must be the number of rows of W{1} ({3}).</source>
        <translation>{0}の列数（{2}）は、W{1}の行数（{3}）と同じでなければなりません。</translation>
    </message>
    <message>
        <source>The number of columns of {0} W{1} ({2}) must be the length of b{1} ({3}).</source>
        <translation>{0} W{1}の列数（{2}）は、b{1}の要素数（{3}）と同じでなければなりません。</translation>
    </message>
    <message>
        <source>The length of {0} ({2}) must be the number of rows of W{1} ({3}).</source>
        <translation>{0}の要素数（{2}）は、W{1}の行数（{3}）と同じでなければなりません。</translation>
    </message>
    <message numerus="yes">
        <source>{0} is {1} with %n number(s).</source>
        <translation>
            <numerusform>{0}は{1}で、要素は%n個です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n step(s): x = ({0}), f(x) = {1}. {2}</source>
        <translation>
            <numerusform>%nステップ後：x = ({0})、f(x) = {1}。{2}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0:,} parameters: one numerical gradient calculates {1:,} losses.</source>
        <translation>パラメータは{0:,}個：数値微分では、1回の勾配に損失を{1:,}回計算します。</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>パラメータ%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>numerical {0} &amp;nbsp; exact {1} &amp;nbsp; error {2}</source>
        <translation>数値微分 {0} &amp;nbsp; 真の値 {1} &amp;nbsp; 誤差 {2}</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>Rosenbrock</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>鞍点</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%nステップ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>your best spiral: %n neuron(s)</source>
        <translation>
            <numerusform>渦巻きの自己ベスト：ニューロン%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>A name or a note that you typed for a run is not stored yet, so the window stays open. If you close it again, it closes, and what you typed may be lost.</source>
        <translation>入力した学習記録の名前またはメモがまだ保存されていないため、ウィンドウを閉じませんでした。もう一度閉じる操作をするとウィンドウが閉じ、入力した内容が失われることがあります。</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語 (Lan&amp;guage)</translation>
    </message>
    <message>
        <source>The window&apos;s libraries cannot be loaded: {0}</source>
        <translation>ウィンドウのライブラリを読み込めません：{0}</translation>
    </message>
    <message>
        <source>The window needs the Python package “{0}”: install what the README&apos;s first command installs.</source>
        <translation>ウィンドウにはPythonパッケージ「{0}」が必要です。READMEの最初のコマンドでインストールしてください。</translation>
    </message>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): start it on a desktop, or use the commands that need no window (--help lists them).</source>
        <translation>ここには画面がありません（DISPLAYもWAYLAND_DISPLAYも設定されていません）。デスクトップで起動するか、ウィンドウのいらないコマンドを使ってください（--helpで一覧を表示）。</translation>
    </message>
    <message>
        <source>There is no screen at WAYLAND_DISPLAY={0}: nothing answers there. Check XDG_RUNTIME_DIR, too.</source>
        <translation>WAYLAND_DISPLAY={0}に画面がなく、応答がありません。XDG_RUNTIME_DIRも確認してください。</translation>
    </message>
    <message>
        <source>The window is to be opened by Wayland, and WAYLAND_DISPLAY is not set: unset QT_QPA_PLATFORM.</source>
        <translation>Waylandでウィンドウを開く設定ですが、WAYLAND_DISPLAYが設定されていません。QT_QPA_PLATFORMの設定を解除してください。</translation>
    </message>
    <message>
        <source>The window cannot open “{0}”: its name is not UTF-8. Rename the file or folder.</source>
        <translation>ウィンドウで「{0}」を開けません。名前がUTF-8ではありません。ファイルまたはフォルダーの名前を変更してください。</translation>
    </message>
    <message>
        <source>There is no screen at DISPLAY={0}: nothing answers there.</source>
        <translation>DISPLAY={0}に画面がなく、応答がありません。</translation>
    </message>
    <message>
        <source>This window stays open. If you close it again, it closes.</source>
        <translation>このウィンドウを閉じませんでした。もう一度閉じる操作をすると閉じます。</translation>
    </message>
    <message>
        <source>The settings of the window cannot be stored in “{0}”. Check that there is room on the disk, and that you may write to this file and its folder.</source>
        <translation>ウィンドウの設定を「{0}」に保存できません。ディスクに空きがあるか、このファイルとフォルダーに書き込む権限があるかを確認してください。</translation>
    </message>
    <message>
        <source>The settings of the window cannot be stored: “{0}” is not a file of settings that Digit Lab has written. Move it away.</source>
        <translation>ウィンドウの設定を保存できません。「{0}」はDigit Labが書き込んだ設定ファイルではありません。このファイルを別の場所に移してください。</translation>
    </message>
    <message>
        <source>Another window of Digit Lab is busy with the settings, so what you changed is not stored yet, and this window stays open. If you close it again, it closes.</source>
        <translation>別のDigit Labのウィンドウが設定を書き込んでいるため、変更がまだ保存されておらず、このウィンドウを閉じませんでした。もう一度閉じる操作をすると閉じます。</translation>
    </message>
    <message>
        <source>Digit Lab cannot be started: {0}. The details are in the file “{1}”.</source>
        <translation>Digit Labを起動できません：{0}。詳しくはファイル「{1}」を見てください。</translation>
    </message>
    <message>
        <source>The window needs the system library {0}: install the package {1} (apt install {1}).</source>
        <translation>ウィンドウにはシステムのライブラリ{0}が必要です。パッケージ{1}をインストールしてください（apt install {1}）。</translation>
    </message>
    <message>
        <source>{0:,} + {1:,} images</source>
        <translation>画像{0:,} + {1:,}枚</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n件の問題</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the files: show them</source>
        <translation>
            <numerusform>ファイルに%n件の問題：表示する</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; and %n image(s) without a digit</source>
        <translation>
            <numerusform>{0}、数字のない画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>… and {0:,} more.</source>
        <translation>…ほか{0:,}件。</translation>
    </message>
    <message>
        <source>The images have changed since “{0}” was trained. Its errors and layers can only be shown on the same images.</source>
        <translation>「{0}」の学習の後に、画像が変わりました。誤りと層を表示できるのは、同じ画像を使うときだけです。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n parameter(s)</source>
        <translation>
            <numerusform>{0}、パラメータ%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} must be {1} {2}.</source>
        <translation>「{0}」は{1}でなければなりません（単位：{2}）。</translation>
    </message>
    <message>
        <source>More than {0:,} iterations.</source>
        <translation>{0:,}イテレーションを超えています。</translation>
    </message>
    <message>
        <source>The outputs of the last hidden layer are too large for a map: the network has diverged.</source>
        <translation>最後の隠れ層の出力が大きすぎて、マップを計算できません。ネットワークは発散しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n multiplication(s) per image</source>
        <translation>
            <numerusform>画像1枚あたりの乗算%n回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}
%n multiplication(s) per image</source>
        <translation>
            <numerusform>{0}
画像1枚あたりの乗算%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>Too large: at most {0:,} parameters.</source>
        <translation>大きすぎます。パラメータは{0:,}個までです。</translation>
    </message>
    <message>
        <source>Too large: at most {0:,} outputs of all layers together.</source>
        <translation>大きすぎます。全層の出力は合計{0:,}個までです。</translation>
    </message>
    <message>
        <source>Two-layer net (50)</source>
        <translation>2層ネットワーク (50)</translation>
    </message>
    <message>
        <source>Three-layer net (50, 100)</source>
        <translation>3層ネットワーク (50, 100)</translation>
    </message>
    <message>
        <source>Wide MLP (800)</source>
        <translation>幅の広いMLP (800)</translation>
    </message>
    <message>
        <source>Simple convnet</source>
        <translation>シンプルな畳み込みネットワーク</translation>
    </message>
    <message>
        <source>Deep convnet</source>
        <translation>深い畳み込みネットワーク</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自分で作成</translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you after %n iteration(s).</source>
        <translation>
            <numerusform>%nイテレーションで中止しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Early stopping: the validation accuracy has not improved for %n epoch(s); the weights of epoch {0} are kept.</source>
        <translation>
            <numerusform>早期終了：検証データの認識精度が%nエポックの間よくならなかったため、エポック{0}の重みを残しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s).</source>
        <translation>
            <numerusform>学習記録を%n件削除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in the plots</source>
        <translation>
            <numerusform>学習記録%n件をグラフに表示中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>学習記録%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>in training</source>
        <translation>学習中</translation>
    </message>
    <message numerus="yes">
        <source>{0} %n more (was/were) interrupted, too.</source>
        <translation>
            <numerusform>{0}ほかにも%n件が中断しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read, and (is/are) not shown: damaged, or of a newer version of Digit Lab.</source>
        <translation>
            <numerusform>読み込めない学習記録が%n件あり、表示していません。壊れているか、新しいバージョンのDigit Labのものです。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1:,} training and {2:,} test images</source>
        <translation>{0}、訓練画像{1:,}枚、テスト画像{2:,}枚</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n image(s)</source>
        <translation>
            <numerusform>{0}、画像%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>The training ended by an error in the program ({0}). The details are in the log.</source>
        <translation>プログラムのエラーのため、学習が終了しました（{0}）。詳しくはログを見てください。</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: choose fewer neurons or a smaller batch.</source>
        <translation>このネットワークを学習させるためのメモリが足りません。ニューロンを減らすか、バッチサイズを小さくしてください。</translation>
    </message>
    <message>
        <source>The gradient vanishes: d{0} is about {1} times smaller than d{2}.</source>
        <translation>勾配が消失しています。d{0}はd{2}の約{1}分の1です。</translation>
    </message>
    <message>
        <source>Remedy: a smaller learning rate, or batch normalisation.</source>
        <translation>対策：学習率を小さくするか、バッチ正規化を使います。</translation>
    </message>
    <message>
        <source>most outputs are at the ends of their range, where the gradient is close to 0.</source>
        <translation>ほとんどの出力が範囲の両端にあり、そこでは勾配がほぼ0です。</translation>
    </message>
    <message>
        <source>almost all outputs are the same, so the neurons cannot learn different things.</source>
        <translation>ほぼすべての出力が同じなので、ニューロンが別々のことを学べません。</translation>
    </message>
    <message>
        <source>almost all outputs of ReLU are 0, so no gradient passes.</source>
        <translation>ReLUの出力がほぼすべて0なので、勾配が伝わりません。</translation>
    </message>
    <message>
        <source>the outputs are far too large.</source>
        <translation>出力が大きすぎます。</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>飽和</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>すべて同じ</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死んだReLU</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>大きすぎ</translation>
    </message>
    <message>
        <source>Remedy: ReLU with He, fewer layers, or batch normalisation.</source>
        <translation>対策：ReLUとHeの初期値を使うか、層を減らすか、バッチ正規化を使います。</translation>
    </message>
    <message>
        <source>Remedy: initialise the weights with He.</source>
        <translation>対策：重みの初期値をHeにします。</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Remedy: initialise the weights with Xavier.</source>
        <translation>対策：重みの初期値をXavierにします。</translation>
    </message>
    <message>
        <source>d{0} is 0 everywhere: the first layer does not learn.</source>
        <translation>d{0}がすべて0です。最初の層は学習しません。</translation>
    </message>
    <message>
        <source>How many numbers are how large. The heights are the square roots of the counts.</source>
        <translation>どの大きさの数がいくつあるかを表します。高さは個数の平方根です。</translation>
    </message>
    <message>
        <source>mean {0}, standard deviation {1}</source>
        <translation>平均{0}、標準偏差{1}</translation>
    </message>
    <message>
        <source>Left: all epochs, the more colour the more numbers. Right: the chosen epoch.</source>
        <translation>左：全エポック。色が濃いほど数が多い。右：選んだエポック。</translation>
    </message>
    <message>
        <source>mean {0} · std {1}</source>
        <translation>平均 {0} · 標準偏差 {1}</translation>
    </message>
    <message>
        <source>Show the current training</source>
        <translation>今の学習を表示</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>すべての層</translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation>同じ目盛り</translation>
    </message>
    <message>
        <source>Show all gradients at the scale of the largest one</source>
        <translation>すべての勾配を、最も大きい勾配の目盛りで表示します</translation>
    </message>
    <message>
        <source>Histograms of the layers</source>
        <translation>層のヒストグラム</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>アクティベーション</translation>
    </message>
    <message>
        <source>left: all epochs; right: the chosen epoch</source>
        <translation>左：全エポック、右：選んだエポック</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>of the weights; the same epochs</source>
        <translation>重みの勾配（エポックは同じ）</translation>
    </message>
    <message>
        <source>Start a training: the histograms of the activations and the gradients of each layer come before its first step, and after each epoch.</source>
        <translation>学習を開始してください。各層のアクティベーションと勾配のヒストグラムが、最初のステップの前と各エポックの後に表示されます。</translation>
    </message>
    <message>
        <source>No layer is saturated or dead, and no gradient vanishes.</source>
        <translation>飽和した層や死んだ層はなく、勾配消失も起きていません。</translation>
    </message>
    <message>
        <source>The layers of “{0}” are being computed…</source>
        <translation>「{0}」の層を計算しています…</translation>
    </message>
    <message>
        <source>The layers could not be shown because of an error in the program ({0}).</source>
        <translation>プログラムのエラーのため、層を表示できませんでした（{0}）。</translation>
    </message>
    <message>
        <source>What the training is doing</source>
        <translation>学習の状況</translation>
    </message>
    <message>
        <source>Speed of the training</source>
        <translation>学習の速さ</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Go to the setting that is not right yet</source>
        <translation>まだ正しくない設定に移ります</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>設定を変更</translation>
    </message>
    <message>
        <source>Stop this training and change the settings; then start it again</source>
        <translation>この学習を中止して設定を変え、もう一度開始します</translation>
    </message>
    <message>
        <source>Choose the images…</source>
        <translation>画像を選ぶ…</translation>
    </message>
    <message>
        <source>Say where the images of this training are on this computer</source>
        <translation>この学習の画像が、このコンピューターのどこにあるかを指定します</translation>
    </message>
    <message>
        <source>This gradient is a row of numbers, no image: see the histogram.</source>
        <translation>この勾配は数を1列に並べたもので、画像にはなりません。ヒストグラムを見てください。</translation>
    </message>
    <message>
        <source>lr = {1}. Where d{0} is above 0, {0} becomes smaller, so the loss falls.</source>
        <translation>lr = {1}。d{0}が0より大きいところでは、{0}を小さくすると損失が減ります。</translation>
    </message>
    <message>
        <source>The gradient as images</source>
        <translation>画像で表した勾配</translation>
    </message>
    <message>
        <source>Histogram of the gradient</source>
        <translation>勾配のヒストグラム</translation>
    </message>
    <message>
        <source>2  Gradient d{0}</source>
        <translation>2  勾配d{0}</translation>
    </message>
    <message>
        <source>Histogram of what is added</source>
        <translation>加える値のヒストグラム</translation>
    </message>
    <message>
        <source>3  Update of {0}</source>
        <translation>3  {0}の更新</translation>
    </message>
    <message>
        <source>One step changes {0} by about {1} % of its size.</source>
        <translation>1ステップで、{0}はその大きさの約{1}%だけ変わります。</translation>
    </message>
    <message>
        <source>{0} ← {0} − lr · d{0}</source>
        <translation>{0} ← {0} − lr · d{0}</translation>
    </message>
    <message>
        <source>v ← {1} · v − lr · d{0}
{0} ← {0} + v</source>
        <translation>v ← {1} · v − lr · d{0}
{0} ← {0} + v</translation>
    </message>
    <message>
        <source>{1} makes the update of d{0} and of the gradients before it.</source>
        <translation>{1}は、d{0}とそれまでの勾配から更新量を決めます。</translation>
    </message>
    <message>
        <source>Root mean square</source>
        <translation>二乗平均平方根</translation>
    </message>
    <message>
        <source>Weight decay also makes {0} a little smaller.</source>
        <translation>荷重減衰も{0}を少し小さくします。</translation>
    </message>
    <message>
        <source>gradient d{0}</source>
        <translation>勾配d{0}</translation>
    </message>
    <message>
        <source>update of {0}</source>
        <translation>{0}の更新</translation>
    </message>
    <message>
        <source>Root mean square: {0} {1}</source>
        <translation>二乗平均平方根：{0} {1}</translation>
    </message>
    <message>
        <source>Blue: below 0. Orange: above 0, up to ±{0}.</source>
        <translation>青：0より小さい。オレンジ：0より大きい。範囲は±{0}。</translation>
    </message>
    <message>
        <source>Orange: wrong. Violet bar: the loss. Point at an image.</source>
        <translation>オレンジ：誤り。紫の棒：損失。画像にマウスを合わせてください。</translation>
    </message>
    <message>
        <source>Mean loss of the mini-batch</source>
        <translation>ミニバッチの損失の平均</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>画像の並び順</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>損失 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} correct</source>
        <translation>{1}枚中{0}枚正解</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>元の順</translation>
    </message>
    <message>
        <source>by loss</source>
        <translation>損失の順</translation>
    </message>
    <message>
        <source>1  Mini-batch</source>
        <translation>1  ミニバッチ</translation>
    </message>
    <message>
        <source>true label {0}, predicted {1}: wrong, loss {2}</source>
        <translation>正解ラベル{0}、予測{1}：誤り、損失{2}</translation>
    </message>
    <message>
        <source>The images of the mini-batch</source>
        <translation>ミニバッチの画像</translation>
    </message>
    <message>
        <source>The arrow keys go from image to image.</source>
        <translation>矢印キーで画像を移ります。</translation>
    </message>
    <message>
        <source>no digit, predicted {0}: loss {1}</source>
        <translation>数字なし、予測{0}：損失{1}</translation>
    </message>
    <message>
        <source>true label {0}, predicted {1}: right, loss {2}</source>
        <translation>正解ラベル{0}、予測{1}：正解、損失{2}</translation>
    </message>
    <message>
        <source>Choose a slow speed below, or press One step (Ctrl+E), to see a step here.</source>
        <translation>ステップを見るには、下で遅い速さを選ぶか、「1ステップ」（Ctrl+E）を押してください。</translation>
    </message>
    <message>
        <source>The last step that was shown: at this speed steps are not shown one by one.</source>
        <translation>最後に表示したステップです。この速さでは、ステップを1つずつ表示しません。</translation>
    </message>
    <message>
        <source>Parameters whose gradient and update are shown</source>
        <translation>勾配と更新を表示しているパラメータ</translation>
    </message>
    <message>
        <source>Iteration {0} · epoch {1}</source>
        <translation>イテレーション{0} · エポック{1}</translation>
    </message>
    <message>
        <source>The settings are changed (“{0}”). Start the training again, or undo the change.</source>
        <translation>設定が変わりました（「{0}」）。学習をもう一度開始するか、変更を元に戻してください。</translation>
    </message>
    <message>
        <source>Show the settings of the training</source>
        <translation>学習の設定を表示します</translation>
    </message>
    <message>
        <source>The settings of “{0}” are in the form, but not its images: a run from another computer does not say where they are on this one. Choose them, then start.</source>
        <translation>「{0}」の設定をフォームに入れましたが、画像は入っていません。別のコンピューターの学習記録なので、画像の場所がわかりません。画像を選んでから開始してください。</translation>
    </message>
    <message>
        <source>The settings of “{0}” are in the form: change them, or start.</source>
        <translation>「{0}」の設定をフォームに入れました。変更するか、このまま開始してください。</translation>
    </message>
    <message>
        <source>Choose the settings, then start the training.</source>
        <translation>設定を選んで、学習を開始してください。</translation>
    </message>
    <message>
        <source>{0} Until then, trainings are not stored.</source>
        <translation>{0}それまで、学習は保存されません。</translation>
    </message>
    <message>
        <source>A setting is not right yet. {0}</source>
        <translation>まだ正しくない設定があります。{0}</translation>
    </message>
    <message>
        <source>{0} The training continues, but is not stored among the runs.</source>
        <translation>{0}学習は続きますが、学習記録には保存されません。</translation>
    </message>
    <message>
        <source>{0} The training continues, and is stored as soon as that is possible.</source>
        <translation>{0}学習は続き、保存できるようになった時点で保存されます。</translation>
    </message>
    <message>
        <source>The training is stored now.</source>
        <translation>学習が保存されるようになりました。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Runs cannot be stored on this computer, so {0} was not opened.</source>
        <translation>このコンピューターには学習記録を保存できないため、{0}を開きませんでした。</translation>
    </message>
    <message>
        <source>“{0}” has no checkpoints: its layers cannot be shown.</source>
        <translation>「{0}」にはチェックポイントがないため、層を表示できません。</translation>
    </message>
    <message>
        <source>The weights are kept at the end of each epoch: then it can be shown again.</source>
        <translation>各エポックの終わりに重みが保存され、後からそのエポックを表示できます。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Trainings are not stored: there are no earlier epochs to show.</source>
        <translation>学習が保存されないため、表示できる前のエポックはありません。</translation>
    </message>
    <message>
        <source>{0} So there are no earlier epochs to show.</source>
        <translation>{0}そのため、表示できる前のエポックはありません。</translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation>学習前</translation>
    </message>
    <message>
        <source>There is not enough memory for this network.</source>
        <translation>このネットワークを使うためのメモリが足りません。</translation>
    </message>
    <message>
        <source>Epoch of the network that is shown</source>
        <translation>表示するネットワークのエポック</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Show the network as it is now</source>
        <translation>現在のネットワークを表示します</translation>
    </message>
    <message>
        <source>Showing epoch {0}</source>
        <translation>エポック{0}を表示中</translation>
    </message>
    <message>
        <source>Kept epochs: {0}</source>
        <translation>保存したエポック：{0}</translation>
    </message>
    <message>
        <source>No earlier epochs</source>
        <translation>前のエポックはありません</translation>
    </message>
    <message>
        <source>Show the network as it was after an earlier epoch</source>
        <translation>前のエポックでのネットワークを表示します</translation>
    </message>
    <message>
        <source>Use “{0}” again</source>
        <translation>「{0}」に戻す</translation>
    </message>
    <message>
        <source>This network has learned almost nothing. The drawing tab predicts with it now.</source>
        <translation>このネットワークはほとんど何も学習していません。手書きタブの予測には、今このネットワークを使っています。</translation>
    </message>
    <message>
        <source>Loss: {0}</source>
        <translation>損失：{0}</translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation>学習の速さ</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>1ステップ/秒</translation>
    </message>
    <message>
        <source>25 steps/s</source>
        <translation>25ステップ/秒</translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation>1エポック/秒</translation>
    </message>
    <message>
        <source>Iteration and time left</source>
        <translation>イテレーションと残り時間</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>学習の進み具合</translation>
    </message>
    <message>
        <source>Accuracy, {0}</source>
        <translation>認識精度、{0}</translation>
    </message>
    <message>
        <source>No training yet</source>
        <translation>学習はまだありません</translation>
    </message>
    <message>
        <source>Current network</source>
        <translation>現在のネットワーク</translation>
    </message>
    <message>
        <source>Choose the network that predicts your drawing</source>
        <translation>手書き数字を予測するネットワークを選びます</translation>
    </message>
    <message>
        <source>Activation function of the network</source>
        <translation>ネットワークの活性化関数</translation>
    </message>
    <message>
        <source>The weights of {0} are shown</source>
        <translation>{0}の重みを表示しています</translation>
    </message>
    <message>
        <source>The drawing tab predicts with its current weights</source>
        <translation>手書きタブの予測には、学習中のネットワークの現在の重みを使っています</translation>
    </message>
    <message>
        <source>{0} % ({1})</source>
        <translation>{0}%（{1}）</translation>
    </message>
    <message>
        <source>In training: {0}</source>
        <translation>学習中：{0}</translation>
    </message>
    <message>
        <source>{0} (assumed)</source>
        <translation>{0}（仮定）</translation>
    </message>
    <message>
        <source>{0} (measured)</source>
        <translation>{0}（測定）</translation>
    </message>
    <message>
        <source>{0} (not saved)</source>
        <translation>{0}（未保存）</translation>
    </message>
    <message>
        <source>The trained weights are only in memory now. Save them in another place?</source>
        <translation>学習した重みは、今はメモリの中にしかありません。別の場所に保存しますか？</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>重みの読み込み</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>重み (*.safetensors)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPyの配列 (*.npz)</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>重みの保存</translation>
    </message>
    <message>
        <source>The network you trained has not been saved.</source>
        <translation>学習したネットワークが保存されていません。</translation>
    </message>
    <message>
        <source>Save its weights before they are lost?</source>
        <translation>失われる前に、重みを保存しますか？</translation>
    </message>
    <message>
        <source>The drawing tab predicts with “{0}” now.</source>
        <translation>手書きタブの予測には、「{0}」を使っています。</translation>
    </message>
    <message>
        <source>The fine-tuned network is in use now. Save its weights to keep it.</source>
        <translation>ファインチューニングしたネットワークを使っています。残すには、重みを保存してください。</translation>
    </message>
    <message>
        <source>Loaded “{0}”.</source>
        <translation>「{0}」を読み込みました。</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>{0}行{1}列：{2}</translation>
    </message>
    <message>
        <source>image {0}, row {1}, column {2}: {3}</source>
        <translation>画像{0}、{1}行{2}列：{3}</translation>
    </message>
    <message>
        <source>Show the whole window again (Esc)</source>
        <translation>ウィンドウ全体の表示に戻る（Esc）</translation>
    </message>
    <message>
        <source>Drag to change the sizes; double click to reset them</source>
        <translation>ドラッグで大きさを変更、ダブルクリックで元に戻す</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>仕切り</translation>
    </message>
    <message>
        <source>The language of the window is {0} after a restart.</source>
        <translation>ウィンドウの言語は、再起動すると{0}になります。</translation>
    </message>
    <message>
        <source>Restart now? You will be asked about unsaved work first.</source>
        <translation>今すぐ再起動しますか？ その前に、保存していないものについて確認します。</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>今すぐ再起動(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>後で(&amp;L)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>{0} holds labelled drawings: import it on the page “My handwriting”, by “All drawings…”.</source>
        <translation>{0}はラベル付きの手書き数字です。「自分の手書き」ページの「すべての手書き数字…」から読み込んでください。</translation>
    </message>
    <message>
        <source>{0} is no kind of file that Digit Lab opens: images, saved drawings (.png, .svg, .json), weights (.safetensors, .npz, .pkl), training data, settings (.toml) and exported runs (.zip).</source>
        <translation>{0}は、Digit Labで開ける種類のファイルではありません。開けるのは、画像、保存した手書き数字（.png、.svg、.json）、重み（.safetensors、.npz、.pkl）、訓練データ、設定（.toml）、書き出した学習記録（.zip）です。</translation>
    </message>
    <message>
        <source>“{0}” was not opened: a network is being trained. Stop the training first.</source>
        <translation>学習中のため、「{0}」を開きませんでした。先に学習を中止してください。</translation>
    </message>
    <message>
        <source>One file of each kind is opened at a time. Not opened: {0}.</source>
        <translation>一度に開けるのは、種類ごとに1つのファイルです。開かなかったファイル：{0}。</translation>
    </message>
    <message>
        <source>Files that were not opened, besides these: {0}.</source>
        <translation>ほかに開かなかったファイル：{0}個。</translation>
    </message>
</context>
</TS>
