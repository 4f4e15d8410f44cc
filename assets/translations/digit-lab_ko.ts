<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name></name>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open images, drawings, weights, training data, runs or settings</source>
        <translation>이미지, 그림, 가중치, 훈련 데이터, 학습 기록, 설정 파일 열기</translation>
    </message>
    <message>
        <source>Open &amp;image…</source>
        <translation>이미지 열기(&amp;I)…</translation>
    </message>
    <message>
        <source>Open an image of a digit, or a saved drawing</source>
        <translation>숫자 이미지나 저장한 그림 열기</translation>
    </message>
    <message>
        <source>P&amp;aste image</source>
        <translation>이미지 붙여넣기(&amp;A)</translation>
    </message>
    <message>
        <source>Paste an image of a digit from the clipboard</source>
        <translation>클립보드의 숫자 이미지 붙여넣기</translation>
    </message>
    <message>
        <source>Save the &amp;drawing…</source>
        <translation>그림 저장(&amp;D)…</translation>
    </message>
    <message>
        <source>Save the drawing as an image or as strokes</source>
        <translation>그림을 이미지나 획으로 저장</translation>
    </message>
    <message>
        <source>&amp;Load weights…</source>
        <translation>가중치 불러오기(&amp;L)…</translation>
    </message>
    <message>
        <source>Load the weights of a network from a file</source>
        <translation>파일에서 신경망의 가중치 불러오기</translation>
    </message>
    <message>
        <source>&amp;Save weights…</source>
        <translation>가중치 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the weights of the current network</source>
        <translation>지금 쓰는 신경망의 가중치 저장</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Digit Lab</source>
        <translation>Digit Lab 닫기</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last stroke</source>
        <translation>마지막 획 취소</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Redo the stroke</source>
        <translation>취소한 획 되살리기</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>캔버스 지우기</translation>
    </message>
    <message>
        <source>&amp;Next digit</source>
        <translation>다음 숫자(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the next digit of a number: the bars and the pages show it</source>
        <translation>여러 자리 수에서 다음 숫자 선택: 막대와 페이지가 그 숫자를 보여 줍니다</translation>
    </message>
    <message>
        <source>Pre&amp;vious digit</source>
        <translation>이전 숫자(&amp;V)</translation>
    </message>
    <message>
        <source>Choose the digit before it: the bars and the pages show it</source>
        <translation>여러 자리 수에서 이전 숫자 선택: 막대와 페이지가 그 숫자를 보여 줍니다</translation>
    </message>
    <message>
        <source>Copy the &amp;input image</source>
        <translation>입력 이미지 복사(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the 28 × 28 pixels that the network gets</source>
        <translation>신경망에 들어가는 28 × 28 픽셀 복사</translation>
    </message>
    <message>
        <source>Copy the &amp;probabilities</source>
        <translation>확률 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the ten probabilities as lines for a spreadsheet</source>
        <translation>확률 열 개를 스프레드시트에 붙일 수 있게 복사</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>학습 시작(&amp;S)</translation>
    </message>
    <message>
        <source>Train a network with these settings</source>
        <translation>이 설정으로 신경망 학습</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Pause or resume the training</source>
        <translation>학습을 잠시 멈추거나 이어서 진행</translation>
    </message>
    <message>
        <source>One st&amp;ep</source>
        <translation>한 스텝(&amp;E)</translation>
    </message>
    <message>
        <source>Train on one mini-batch, then pause</source>
        <translation>미니배치 하나를 학습한 뒤 일시 정지</translation>
    </message>
    <message>
        <source>One ep&amp;och</source>
        <translation>한 에폭(&amp;O)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause</source>
        <translation>에폭이 끝날 때까지 학습한 뒤 일시 정지</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the training and keep its weights</source>
        <translation>학습을 중지하고 그때까지의 가중치 유지</translation>
    </message>
    <message>
        <source>&amp;Load settings…</source>
        <translation>설정 불러오기(&amp;L)…</translation>
    </message>
    <message>
        <source>Load the settings of a training from a file</source>
        <translation>파일에서 학습 설정 불러오기</translation>
    </message>
    <message>
        <source>Sa&amp;ve settings…</source>
        <translation>설정 저장(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the settings of the training to a file</source>
        <translation>학습 설정을 파일로 저장</translation>
    </message>
    <message>
        <source>&amp;Download MNIST…</source>
        <translation>MNIST 내려받기(&amp;D)…</translation>
    </message>
    <message>
        <source>Download the 70,000 digits of MNIST (11 MB)</source>
        <translation>MNIST 숫자 70,000개 내려받기 (11 MB)</translation>
    </message>
    <message>
        <source>&amp;1 step a second</source>
        <translation>초당 1스텝(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;5 steps a second</source>
        <translation>초당 5스텝(&amp;5)</translation>
    </message>
    <message>
        <source>&amp;25 steps a second</source>
        <translation>초당 25스텝(&amp;2)</translation>
    </message>
    <message>
        <source>1 &amp;epoch a second</source>
        <translation>초당 1에폭(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation>최고 속도(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>그리기(&amp;D)</translation>
    </message>
    <message>
        <source>Go to the drawing tab</source>
        <translation>그리기 탭으로 이동</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the training tab</source>
        <translation>학습 탭으로 이동</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>배우기(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the lessons</source>
        <translation>실습 목록으로 이동</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation>모두 크게 표시</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation>모두 작게 표시</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>원래 크기(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the zoom</source>
        <translation>확대·축소를 되돌리기</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>발표 모드(&amp;P)</translation>
    </message>
    <message>
        <source>Fill the screen, large enough for a classroom</source>
        <translation>강의실에서 보일 만큼 크게, 전체 화면으로 표시</translation>
    </message>
    <message>
        <source>&amp;Enlarge the card</source>
        <translation>카드 확대(&amp;E)</translation>
    </message>
    <message>
        <source>Fill the window with the card that has the focus, or go back</source>
        <translation>선택된 카드를 창 가득 표시하거나 되돌리기</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Show what can be done here, all shortcuts, and a glossary</source>
        <translation>여기서 할 수 있는 일, 단축키, 용어집 보기</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>둘러보기(&amp;T)</translation>
    </message>
    <message>
        <source>Show the five most important places of the window</source>
        <translation>창에서 가장 중요한 다섯 곳 안내</translation>
    </message>
    <message>
        <source>&amp;About Digit Lab</source>
        <translation>Digit Lab 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Show what this program is</source>
        <translation>이 프로그램에 대한 정보 보기</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>시스템 설정 따르기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>It is {0}</source>
        <translation>이 숫자는 {0}</translation>
    </message>
    <message>
        <source>Save the drawing with the label {0}</source>
        <translation>그림 저장(레이블 {0})</translation>
    </message>
    <message>
        <source>Choose how fast the network is trained</source>
        <translation>신경망을 학습하는 속도 선택</translation>
    </message>
    <message>
        <source>Choose the colours of the window</source>
        <translation>창의 색 선택</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>이어서 학습(&amp;R)</translation>
    </message>
    <message>
        <source>Digit Lab</source>
        <translation>Digit Lab</translation>
    </message>
    <message>
        <source>{0} This file was used last time; the shipped network is used now.</source>
        <translation>{0} 지난번에 쓰던 파일입니다. 지금은 기본 제공 신경망을 사용합니다.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} ({1} %)</source>
        <translation>{0} ({1}%)</translation>
    </message>
    <message>
        <source>all digits about equally likely</source>
        <translation>모든 숫자의 확률이 거의 같음</translation>
    </message>
    <message>
        <source>not sure, perhaps {0}</source>
        <translation>불확실함, 아마도 {0}</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>붓</translation>
    </message>
    <message>
        <source>The softmax turns the ten numbers into probabilities with the sum 1.</source>
        <translation>소프트맥스는 열 개의 값을 합이 1인 확률로 바꿉니다.</translation>
    </message>
    <message>
        <source>{0}  ·  channel {1}, row {2}, column {3}, {4}</source>
        <translation>{0}  ·  채널 {1}, 행 {2}, 열 {3}, {4}</translation>
    </message>
    <message>
        <source>A pixel of the network&apos;s input: 0 is black, 1 is white.</source>
        <translation>신경망에 입력되는 픽셀입니다. 0은 검은색, 1은 흰색입니다.</translation>
    </message>
    <message>
        <source>Each input is multiplied by its weight. The sum of the products, plus the bias b, is the result.</source>
        <translation>입력마다 가중치를 곱합니다. 그 곱을 모두 더하고 편향 b를 더한 값이 결과입니다.</translation>
    </message>
    <message>
        <source>Patch and filter: numbers at the same place are multiplied. All products are summed, plus the bias b.</source>
        <translation>영역과 필터에서 같은 자리의 값끼리 곱합니다. 그 곱을 모두 더하고 편향 b를 더합니다.</translation>
    </message>
    <message>
        <source>The largest number of the window is kept.</source>
        <translation>윈도우에서 가장 큰 값을 남깁니다.</translation>
    </message>
    <message>
        <source>The mean μ and the variance σ² are running averages from the training.</source>
        <translation>평균 μ와 분산 σ²은 학습하는 동안 구한 이동 평균입니다.</translation>
    </message>
    <message>
        <source>Dropout leaves out neurons in training only. In prediction all numbers are scaled instead.</source>
        <translation>드롭아웃은 학습할 때만 뉴런을 뺍니다. 예측할 때는 그 대신 모든 값에 일정한 비율을 곱합니다.</translation>
    </message>
    <message>
        <source>{0}  ·  digit {1}, softmax</source>
        <translation>{0}  ·  숫자 {1}, 소프트맥스</translation>
    </message>
    <message>
        <source>{0}  ·  neuron {1} of {2}, {3}</source>
        <translation>{0}  ·  뉴런 {1} / {2}, {3}</translation>
    </message>
    <message>
        <source>{0}  ·  input pixel in row {1}, column {2}</source>
        <translation>{0}  ·  입력 픽셀, 행 {1}, 열 {2}</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>row, column</source>
        <translation>행, 열</translation>
    </message>
    <message>
        <source>channel, row, column</source>
        <translation>채널, 행, 열</translation>
    </message>
    <message>
        <source>ReLU keeps positive numbers and replaces negative ones by 0.</source>
        <translation>ReLU는 양수는 그대로 두고 음수는 0으로 바꿉니다.</translation>
    </message>
    <message>
        <source>The sigmoid turns every number into one between 0 and 1.</source>
        <translation>시그모이드는 모든 값을 0과 1 사이의 값으로 바꿉니다.</translation>
    </message>
    <message>
        <source>tanh turns every number into one between −1 and 1.</source>
        <translation>tanh는 모든 값을 −1과 1 사이의 값으로 바꿉니다.</translation>
    </message>
    <message>
        <source>Arrow keys: next number. Esc: close.</source>
        <translation>화살표 키: 다음 값. Esc: 닫기.</translation>
    </message>
    <message>
        <source>Close the calculation</source>
        <translation>계산 닫기</translation>
    </message>
    <message>
        <source>Close the calculation (Esc)</source>
        <translation>계산 닫기 (Esc)</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Arrow keys: pixel. Page Up/Down: channel. Esc: close.</source>
        <translation>화살표 키: 픽셀. Page Up/Down: 채널. Esc: 닫기.</translation>
    </message>
    <message>
        <source>The largest products</source>
        <translation>가장 큰 곱</translation>
    </message>
    <message>
        <source>Choose a neuron, or a pixel of a map, to see how its number comes about.</source>
        <translation>뉴런이나 특징 맵의 픽셀을 고르면 그 값이 어떻게 나왔는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Draw a digit to see how {0} comes about.</source>
        <translation>숫자를 그리면 {0} 값이 어떻게 나왔는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>The softmax of the ten digits</source>
        <translation>열 숫자의 소프트맥스</translation>
    </message>
    <message>
        <source>window</source>
        <translation>윈도우</translation>
    </message>
    <message>
        <source>around it</source>
        <translation>주변 픽셀</translation>
    </message>
    <message>
        <source>Numbers of the input and of the filter</source>
        <translation>입력과 필터의 값</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation>합 {0}</translation>
    </message>
    <message>
        <source>Inputs, weights and products</source>
        <translation>입력, 가중치와 곱</translation>
    </message>
    <message>
        <source>products</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>Drawing canvas</source>
        <translation>그리기 캔버스</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. By keys: the arrow keys move a pen over 28 by 28 units, with Shift by four; Home, End, Page Up and Page Down move it diagonally. Space puts it down and lifts it again, Escape lifts it.</source>
        <translation>마우스, 손가락, 펜으로 여기에 숫자를 그립니다. 키보드로는 화살표 키가 28 × 28칸 위에서 펜을 움직이고, Shift와 함께 누르면 네 칸씩 움직입니다. Home, End, Page Up, Page Down은 대각선으로 움직입니다. Space는 펜을 대거나 떼고, Esc는 펜을 뗍니다.</translation>
    </message>
    <message>
        <source>Draw a digit from 0 to 9 here
or drop an image of one</source>
        <translation>0부터 9까지 숫자 하나를 그리거나
숫자 이미지를 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>True label: {0}.</source>
        <translation>정답 레이블: {0}.</translation>
    </message>
    <message>
        <source>Nothing yet: draw a digit on the canvas.</source>
        <translation>아직 아무것도 없습니다. 캔버스에 숫자를 그리세요.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Use the current network</source>
        <translation>지금의 신경망 사용</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>붓 굵기</translation>
    </message>
    <message>
        <source>How thick your line looks. The network always gets the same width: that is part of the preprocessing.</source>
        <translation>선이 보이는 굵기입니다. 신경망에는 항상 같은 굵기로 들어갑니다. 전처리가 굵기를 맞추기 때문입니다.</translation>
    </message>
    <message>
        <source>There is no ink on this image.</source>
        <translation>이 이미지에는 글씨가 없습니다.</translation>
    </message>
    <message>
        <source>Predicted as {0} ({1} %) by {2}</source>
        <translation>예측: {0} ({1}%), 신경망: {2}</translation>
    </message>
    <message>
        <source>{0} (not sure)</source>
        <translation>{0} (불확실)</translation>
    </message>
    <message>
        <source>{0} (pred. {1})</source>
        <translation>{0} (예측 {1})</translation>
    </message>
    <message>
        <source>Not sure, perhaps {0} ({1} %), by {2}</source>
        <translation>불확실함, 아마도 {0} ({1}%), 신경망: {2}</translation>
    </message>
    <message>
        <source>Your drawings</source>
        <translation>내 그림</translation>
    </message>
    <message>
        <source>Which drawings are shown</source>
        <translation>표시할 그림</translation>
    </message>
    <message>
        <source>Relabel as</source>
        <translation>바꿀 레이블</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Import drawings</source>
        <translation>그림 가져오기</translation>
    </message>
    <message>
        <source>Pen strokes (*.npz)</source>
        <translation>펜 획 (*.npz)</translation>
    </message>
    <message>
        <source>Export drawings</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>The log “{0}” cannot be written: that is a folder, a socket or a named pipe. Choose a file.</source>
        <translation>로그 “{0}”에 기록할 수 없습니다. 폴더, 소켓 또는 파이프입니다. 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is empty: give the name of a file or folder</source>
        <translation>비어 있습니다. 파일이나 폴더의 이름을 적으세요</translation>
    </message>
    <message>
        <source>No drawing is from a site {0}: there are {1}.</source>
        <translation>출처가 {0}인 그림이 없습니다. 있는 출처: {1}.</translation>
    </message>
    <message>
        <source>{0} exported to “{1}”.</source>
        <translation>그림 {0}개를 내보냈습니다. 파일: “{1}”.</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>파일에서 가져옴</translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation>레이블 바꾸기…</translation>
    </message>
    <message>
        <source>The images of “{0}” are not known: a run from another computer does not say where they are on this one. With “Train again with these settings” you can choose them.</source>
        <translation>“{0}” 기록의 이미지를 알 수 없습니다. 다른 컴퓨터의 학습 기록이라 이미지가 이 컴퓨터의 어디에 있는지 알 수 없습니다. “이 설정으로 다시 학습”에서 이미지를 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Draw a digit and press its key: it is kept here.</source>
        <translation>숫자를 그리고 그 숫자 키를 누르면 여기에 보관됩니다.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Your drawings cannot be read now. Digit Lab tries again.</source>
        <translation>지금은 그림을 읽을 수 없습니다. Digit Lab이 다시 시도합니다.</translation>
    </message>
    <message>
        <source>{0} selected. A digit&apos;s key relabels them.</source>
        <translation>{0}개 선택. 숫자 키를 누르면 레이블이 바뀝니다.</translation>
    </message>
    <message>
        <source>Your drawings, {0} of the validation split</source>
        <translation>내 그림, 검증 데이터 {0}개</translation>
    </message>
    <message>
        <source>The network is fine-tuned; none of your drawings was in the validation split.</source>
        <translation>미세 조정이 끝났습니다. 검증 데이터에 내 그림이 하나도 없었습니다.</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Your drawings: none in the validation split yet</source>
        <translation>내 그림: 검증 데이터에 아직 없음</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Fine-tune on my handwriting</source>
        <translation>내 손글씨로 미세 조정</translation>
    </message>
    <message>
        <source>Progress of fine-tuning</source>
        <translation>미세 조정 진행률</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>A training is running: the network can be fine-tuned when it has ended.</source>
        <translation>학습이 진행 중입니다. 학습이 끝나면 미세 조정을 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>준비하는 중…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>The network is fine-tuned: {0} of {1} correct before, {2} now.</source>
        <translation>미세 조정이 끝났습니다. {1}개 중 맞힌 개수: 전 {0}개, 후 {2}개.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>It took {0} s.</source>
        <translation>{0}초 걸렸습니다.</translation>
    </message>
    <message>
        <source>Keep some drawings first: five of each digit are a good start.</source>
        <translation>먼저 그림을 몇 개 보관하세요. 숫자마다 다섯 개면 좋은 출발입니다.</translation>
    </message>
    <message>
        <source>The network could not be fine-tuned because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 미세 조정을 하지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>There is not enough memory for fine-tuning: close other programs, and try again.</source>
        <translation>미세 조정에 필요한 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Keep more drawings: none is in the validation split yet, so no accuracy could be measured.</source>
        <translation>그림을 더 보관하세요. 검증 데이터에 아직 하나도 없어서 정확도를 잴 수 없습니다.</translation>
    </message>
    <message>
        <source>The network is trained with {0} of your drawings, mixed with digits it knows. The other {1} are never used for training: they measure the accuracy.</source>
        <translation>내 그림 {0}개를 신경망이 이미 아는 숫자와 섞어 학습합니다. 나머지 {1}개는 학습에 쓰지 않고 정확도를 재는 데만 씁니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>후</translation>
    </message>
    <message>
        <source>Preparing other digits for the training…</source>
        <translation>학습에 섞을 다른 숫자를 준비하는 중…</translation>
    </message>
    <message>
        <source>Measuring the accuracy before…</source>
        <translation>조정 전 정확도를 재는 중…</translation>
    </message>
    <message>
        <source>Measuring the accuracy after…</source>
        <translation>조정 후 정확도를 재는 중…</translation>
    </message>
    <message>
        <source>Fine-tuning failed: the loss diverged. The network has not changed.</source>
        <translation>미세 조정에 실패했습니다. 손실이 발산했습니다. 신경망은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>The training process was ended from outside, perhaps because memory was short. The network has not changed: try again.</source>
        <translation>학습 프로세스가 외부에서 종료되었습니다. 메모리가 부족했을 수 있습니다. 신경망은 바뀌지 않았으니 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>학습하는 중…</translation>
    </message>
    <message>
        <source>The latest drawings</source>
        <translation>최근에 그린 그림</translation>
    </message>
    <message>
        <source>All drawings…</source>
        <translation>모든 그림…</translation>
    </message>
    <message>
        <source>What did you draw? Click it here, or press its key.</source>
        <translation>무엇을 그렸나요? 여기를 누르거나 그 숫자 키를 누르세요.</translation>
    </message>
    <message>
        <source>Which digit is in the coloured frame? Click it here, or press its key.</source>
        <translation>색 테두리 안의 숫자는 무엇인가요? 여기를 누르거나 그 숫자 키를 누르세요.</translation>
    </message>
    <message>
        <source>No drawing is kept yet. Labelled drawings are kept, on this computer only.</source>
        <translation>아직 보관된 그림이 없습니다. 레이블을 붙인 그림은 이 컴퓨터에만 보관됩니다.</translation>
    </message>
    <message>
        <source>I drew {0}</source>
        <translation>내가 그린 숫자: {0}</translation>
    </message>
    <message>
        <source>Open an image of a digit, or a drawing</source>
        <translation>숫자 이미지나 그림 열기</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save the image</source>
        <translation>이미지 저장</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>저장했습니다. 파일: “{0}”.</translation>
    </message>
    <message>
        <source>Images and drawings ({0})</source>
        <translation>이미지와 그림 ({0})</translation>
    </message>
    <message>
        <source>There is no image on the clipboard: copy one first.</source>
        <translation>클립보드에 이미지가 없습니다. 먼저 이미지를 복사하세요.</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 이미지 (*.png)</translation>
    </message>
    <message>
        <source>SVG image (*.svg)</source>
        <translation>SVG 이미지 (*.svg)</translation>
    </message>
    <message>
        <source>Strokes (*.json)</source>
        <translation>획 (*.json)</translation>
    </message>
    <message>
        <source>The network&apos;s input is on the clipboard: an image of 28 × 28 pixels.</source>
        <translation>신경망의 입력을 클립보드에 복사했습니다. 28 × 28픽셀 이미지입니다.</translation>
    </message>
    <message>
        <source>The ten probabilities are on the clipboard: lines for a spreadsheet.</source>
        <translation>확률 열 개를 클립보드에 복사했습니다. 스프레드시트에 붙여 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>The pen is lifted</source>
        <translation>펜을 뗐습니다</translation>
    </message>
    <message>
        <source>The arrow keys move a pen (Shift: further),
Space puts it down and lifts it again</source>
        <translation>화살표 키로 펜을 움직이고(Shift: 더 멀리)
Space로 펜을 대거나 뗍니다</translation>
    </message>
    <message>
        <source>{0} right, {1} down</source>
        <translation>오른쪽 {0}, 아래 {1}</translation>
    </message>
    <message>
        <source>The pen is down: {0} right, {1} down</source>
        <translation>펜을 댔습니다. 오른쪽 {0}, 아래 {1}</translation>
    </message>
    <message>
        <source>Kept as {0}.</source>
        <translation>보관했습니다(레이블 {0}).</translation>
    </message>
    <message>
        <source>max {0} × {0}</source>
        <translation>최대 {0} × {0}</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>정규화됨</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>The left and right arrow keys go from layer to layer, up and down through its numbers, with Shift through the pixels of a map. Return opens the layer or shows the calculation of a number.</source>
        <translation>왼쪽·오른쪽 화살표 키로 계층을 옮겨 다니고, 위·아래 화살표 키로 그 계층의 값을 옮겨 다닙니다. Shift와 함께 누르면 특징 맵의 픽셀을 옮겨 다닙니다. Enter는 계층을 열거나 값의 계산을 보여 줍니다.</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{1}개 중 {0}개 표시</translation>
    </message>
    <message>
        <source>Point at a number to see it.</source>
        <translation>값을 가리키면 그 값이 나타납니다.</translation>
    </message>
    <message>
        <source>The left and right arrow keys go to the layer before and after, Escape back to the network.</source>
        <translation>왼쪽·오른쪽 화살표 키로 이전·다음 계층으로 가고, Esc로 신경망으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Back to the network</source>
        <translation>신경망으로 돌아가기</translation>
    </message>
    <message>
        <source>Back to the network (Esc)</source>
        <translation>신경망으로 돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation>이전 계층</translation>
    </message>
    <message>
        <source>Layer after</source>
        <translation>다음 계층</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>x × W</source>
        <translation>x × W</translation>
    </message>
    <message>
        <source>What is shown of the layer</source>
        <translation>계층에서 볼 것</translation>
    </message>
    <message>
        <source>The layer&apos;s numbers as images</source>
        <translation>계층의 값을 나타낸 이미지</translation>
    </message>
    <message>
        <source>The arrow keys go from image to image, with Shift from number to number. Return chooses an image.</source>
        <translation>화살표 키로 이미지를 옮겨 다니고, Shift와 함께 누르면 값을 옮겨 다닙니다. Enter로 이미지를 선택합니다.</translation>
    </message>
    <message>
        <source>The layer&apos;s neurons</source>
        <translation>계층의 뉴런</translation>
    </message>
    <message>
        <source>Neuron {0}: the sum is {1}, without b. Blue reduces it.</source>
        <translation>뉴런 {0}: b를 뺀 합은 {1}입니다. 파란색은 합을 줄입니다.</translation>
    </message>
    <message>
        <source>Orange weights are positive, blue ones negative. Point at a number to see it.</source>
        <translation>주황색 가중치는 양수, 파란색 가중치는 음수입니다. 값을 가리키면 그 값이 나타납니다.</translation>
    </message>
    <message>
        <source>Draw a digit to see the output of this layer.</source>
        <translation>숫자를 그리면 이 계층의 출력이 나타납니다.</translation>
    </message>
    <message>
        <source>Point at a neuron to see its number, click it for its calculation.</source>
        <translation>뉴런을 가리키면 값이, 누르면 그 계산이 나타납니다.</translation>
    </message>
    <message>
        <source>{0}. Click to open this layer.</source>
        <translation>{0}. 누르면 이 계층이 열립니다.</translation>
    </message>
    <message>
        <source>Point at a number to see where it comes from, click it for its calculation.</source>
        <translation>값을 가리키면 어디에서 왔는지, 누르면 그 계산이 나타납니다.</translation>
    </message>
    <message>
        <source>Click a name to open the layer. Orange is positive, blue is negative.</source>
        <translation>이름을 누르면 계층이 열립니다. 주황색은 양수, 파란색은 음수입니다.</translation>
    </message>
    <message>
        <source>neuron {0}: {1}</source>
        <translation>뉴런 {0}: {1}</translation>
    </message>
    <message>
        <source>The left and right arrow keys go from neuron to neuron.</source>
        <translation>왼쪽·오른쪽 화살표 키로 뉴런을 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>Draw a digit: its activations appear here.</source>
        <translation>숫자를 그리면 활성화값이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>x × {0}</source>
        <translation>x × {0}</translation>
    </message>
    <message>
        <source>the largest of {0} × {1} numbers</source>
        <translation>{0} × {1}개의 값 중 가장 큰 값</translation>
    </message>
    <message>
        <source>Largest products: {0}</source>
        <translation>가장 큰 곱: {0}</translation>
    </message>
    <message>
        <source>Largest sums of maps: {0}</source>
        <translation>특징 맵별로 가장 큰 합: {0}</translation>
    </message>
    <message>
        <source>digit {0} of {1}</source>
        <translation>{1}개 중 {0}번째 숫자</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>number-{0}</source>
        <translation>수-{0}</translation>
    </message>
    <message>
        <source>digit-{0}</source>
        <translation>숫자-{0}</translation>
    </message>
    <message>
        <source>Orange ink supports {0}, blue ink opposes it. Together {1}: its logit, compared with a black image&apos;s.</source>
        <translation>주황색은 {0} 예측을 지지하는 글씨, 파란색은 반대하는 글씨입니다. 기여도를 모두 더하면 {1}, 검은 이미지와 비교한 로짓의 차이입니다.</translation>
    </message>
    <message>
        <source>What supports the digit</source>
        <translation>숫자를 지지하는 부분</translation>
    </message>
    <message>
        <source>A digit&apos;s logit is the output of its neuron, before softmax makes probabilities of all ten.</source>
        <translation>숫자의 로짓은 그 뉴런의 출력으로, 소프트맥스가 열 개의 로짓을 확률로 바꾸기 전의 값입니다.</translation>
    </message>
    <message>
        <source>Steps of the change</source>
        <translation>바뀌는 단계</translation>
    </message>
    <message>
        <source>What supports {0}?</source>
        <translation>무엇이 {0} 예측을 지지할까?</translation>
    </message>
    <message>
        <source>Predicted as {0} ({1} %).</source>
        <translation>예측: {0} ({1}%).</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산하는 중…</translation>
    </message>
    <message>
        <source>Explain {0}</source>
        <translation>숫자 {0} 설명</translation>
    </message>
    <message>
        <source>Which pixels decide?</source>
        <translation>어느 픽셀이 결정할까?</translation>
    </message>
    <message>
        <source>Draw a digit: its pixels are coloured by what they contribute.</source>
        <translation>숫자를 그리면 픽셀마다 기여도에 따라 색이 나타납니다.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>Not sure, perhaps {0} ({1} %).</source>
        <translation>불확실함, 아마도 {0} ({1}%).</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>What would make it {0}?</source>
        <translation>{0} 예측으로 바꾸려면?</translation>
    </message>
    <message>
        <source>Neither network is sure.</source>
        <translation>두 신경망 모두 확신하지 못합니다.</translation>
    </message>
    <message>
        <source>Only one of them is sure.</source>
        <translation>한 신경망만 확신합니다.</translation>
    </message>
    <message>
        <source>They agree.</source>
        <translation>두 예측이 같습니다.</translation>
    </message>
    <message>
        <source>They disagree.</source>
        <translation>두 예측이 다릅니다.</translation>
    </message>
    <message>
        <source>{0}  ·  {1}</source>
        <translation>{0}  ·  {1}</translation>
    </message>
    <message>
        <source>The second network</source>
        <translation>두 번째 신경망</translation>
    </message>
    <message>
        <source>No second network</source>
        <translation>두 번째 신경망 없음</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>파일에서…</translation>
    </message>
    <message>
        <source>Compare with weights</source>
        <translation>비교할 가중치</translation>
    </message>
    <message>
        <source>{0} %  ·  {1}</source>
        <translation>{0}%  ·  {1}</translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation>가중치 ({0})</translation>
    </message>
    <message>
        <source>“{0}” is the network in use: choose another one to compare it with.</source>
        <translation>“{0}” 신경망은 지금 사용 중입니다. 비교할 다른 신경망을 고르세요.</translation>
    </message>
    <message>
        <source>Draw a digit: both networks predict it.</source>
        <translation>숫자를 그리면 두 신경망이 함께 예측합니다.</translation>
    </message>
    <message>
        <source>Choose a second network: it predicts every drawing, too, and its bars are beside the others.</source>
        <translation>두 번째 신경망을 고르세요. 그리는 숫자마다 그 신경망도 예측하고, 막대가 나란히 나타납니다.</translation>
    </message>
    <message>
        <source>The prediction could not be explained because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 예측을 설명하지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>Pages about the network</source>
        <translation>신경망에 관한 페이지</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>전처리</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>기여도</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>My handwriting</source>
        <translation>내 손글씨</translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation>{0} 없이</translation>
    </message>
    <message>
        <source>MNIST&apos;s digits were cropped, scaled to 20 × 20 and centred by mass. Switch a step off and see what the network predicts then.</source>
        <translation>MNIST의 숫자는 글씨만 잘라 내어 20 × 20 크기로 맞추고 무게중심이 가운데에 오게 만들어졌습니다. 단계를 하나 끄고, 그때 신경망이 무엇을 예측하는지 보세요.</translation>
    </message>
    <message>
        <source>The ink</source>
        <translation>글씨</translation>
    </message>
    <message>
        <source>The ink&apos;s box</source>
        <translation>글씨를 둘러싼 상자</translation>
    </message>
    <message>
        <source>Scaled to 20 by 20</source>
        <translation>20 × 20 크기로 맞춤</translation>
    </message>
    <message>
        <source>The network&apos;s input</source>
        <translation>신경망의 입력</translation>
    </message>
    <message>
        <source>The drawing as the network gets it: 28 by 28 pixels, centred.</source>
        <translation>신경망에 들어가는 그림: 28 × 28픽셀, 가운데 맞춤.</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>글씨</translation>
    </message>
    <message>
        <source>The bars of the other colour are the prediction {0}. Most programs that recognise digits badly leave this out.</source>
        <translation>다른 색 막대는 {0} 예측한 결과입니다. 숫자를 잘 알아보지 못하는 프로그램은 대부분 이 단계를 빠뜨립니다.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Crop the ink out of the canvas</source>
        <translation>캔버스에서 글씨만 잘라 내기</translation>
    </message>
    <message>
        <source>cropping</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>크기 조절</translation>
    </message>
    <message>
        <source>Scale it to fill 20 × 20 pixels</source>
        <translation>20 × 20픽셀에 꽉 차게 크기 맞추기</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>크기 조절</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>가운데 맞춤</translation>
    </message>
    <message>
        <source>Put its centre of mass into the middle</source>
        <translation>무게중심을 가운데로 옮기기</translation>
    </message>
    <message>
        <source>centring</source>
        <translation>가운데 맞춤</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>The network is not sure of this drawing, nor of {0} of {1} shifts (grey). The others show their prediction.</source>
        <translation>신경망은 이 그림을 확신하지 못하고, {1}가지 이동 가운데 {0}가지에서도 확신하지 못합니다(회색). 나머지 칸에는 예측이 표시됩니다.</translation>
    </message>
    <message>
        <source>The arrow keys go from shift to shift.</source>
        <translation>화살표 키로 이동을 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>{0}: not sure, perhaps {1} ({2} %)</source>
        <translation>{0}: 불확실함, 아마도 {1} ({2}%)</translation>
    </message>
    <message>
        <source>Shifted, it is still predicted as {0} for {1} of {2} shifts.</source>
        <translation>그림을 옮겨도 {2}가지 이동 중 {1}가지에서 예측은 그대로 {0}입니다.</translation>
    </message>
    <message>
        <source>The network is not sure of this drawing, however it is shifted.</source>
        <translation>그림을 어떻게 옮겨도 신경망은 확신하지 못합니다.</translation>
    </message>
    <message>
        <source>The prediction for every shift</source>
        <translation>이동마다 나온 예측</translation>
    </message>
    <message>
        <source>{0}: {1} ({2} %)</source>
        <translation>{0}: {1} ({2}%)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>An image has no strokes to transform: draw a digit.</source>
        <translation>이미지에는 변형할 획이 없습니다. 숫자를 그리세요.</translation>
    </message>
    <message>
        <source>The prediction for every shift by up to 8 pixels.</source>
        <translation>8픽셀까지 옮겼을 때의 예측입니다.</translation>
    </message>
    <message>
        <source>Draw a digit, then transform it: when does the prediction change?</source>
        <translation>숫자를 그린 다음 변형해 보세요. 예측은 언제 바뀔까요?</translation>
    </message>
    <message>
        <source>Position and size change nothing, because the ink is cropped, scaled and centred first: switch that off on the first page, and they do. Rotation, thickness and jitter always count.</source>
        <translation>위치와 크기는 결과를 바꾸지 않습니다. 글씨를 먼저 자르고 크기를 맞추어 가운데에 두기 때문입니다. 첫 페이지에서 그 단계를 끄면 결과가 바뀝니다. 회전, 굵기, 흔들림은 항상 영향을 줍니다.</translation>
    </message>
    <message>
        <source>digit {0}: perhaps {1} or&#xa0;{2}</source>
        <translation>{0}번째 숫자: 아마도 {1} 또는&#xa0;{2}</translation>
    </message>
    <message>
        <source>The network predicts the number {0}, but is not sure of digit {1}</source>
        <translation>신경망이 예측한 수는 {0}입니다. {1}번째 숫자는 확신하지 못합니다</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>The network predicts {0}</source>
        <translation>신경망의 예측: {0}</translation>
    </message>
    <message>
        <source>Several lines? Write all digits on one line.</source>
        <translation>여러 줄인가요? 모든 숫자를 한 줄에 쓰세요.</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>The network predicts the number {0}</source>
        <translation>신경망이 예측한 수: {0}</translation>
    </message>
    <message>
        <source>Softmax probabilities</source>
        <translation>소프트맥스 확률</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>Softmax: {0}</source>
        <translation>소프트맥스: {0}</translation>
    </message>
    <message>
        <source>Probabilities of {0}</source>
        <translation>{0}의 확률</translation>
    </message>
    <message>
        <source>or else {0}, {1} %</source>
        <translation>다음은 {0}, {1}%</translation>
    </message>
    <message>
        <source>perhaps {0} or&#xa0;{1}</source>
        <translation>아마도 {0} 또는&#xa0;{1}</translation>
    </message>
    <message>
        <source>The network is not sure: perhaps {0} or {1}</source>
        <translation>신경망은 확신하지 못합니다. 아마도 {0} 또는 {1}</translation>
    </message>
    <message>
        <source>for both digits</source>
        <translation>두 숫자 모두</translation>
    </message>
    <message>
        <source>for all {0} digits</source>
        <translation>숫자 {0}개 모두</translation>
    </message>
    <message>
        <source>Yours: {0} of {1} correct</source>
        <translation>내 그림: {1}개 중 {0}개 정답</translation>
    </message>
    <message>
        <source>All digits are about equally likely.</source>
        <translation>모든 숫자의 확률이 거의 같습니다.</translation>
    </message>
    <message>
        <source>The network does not recognise a digit.</source>
        <translation>신경망이 숫자를 알아보지 못합니다.</translation>
    </message>
    <message>
        <source>{0}: {1} %. {2}: {3} %</source>
        <translation>{0}: {1}%. {2}: {3}%</translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}: {1}%</translation>
    </message>
    <message>
        <source>No digit yet</source>
        <translation>아직 숫자 없음</translation>
    </message>
    <message>
        <source>Help – Digit Lab</source>
        <translation>도움말 – Digit Lab</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>도움말 페이지</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>용어집 검색</translation>
    </message>
    <message>
        <source>New here? A tour shows five places in a minute.</source>
        <translation>처음이신가요? 1분이면 다섯 곳을 둘러볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>둘러보기 시작</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>괜찮습니다</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>캔버스</translation>
    </message>
    <message>
        <source>Move the pen; with Shift in larger steps</source>
        <translation>펜 움직이기. Shift와 함께 누르면 더 크게</translation>
    </message>
    <message>
        <source>Put the pen down, or lift it</source>
        <translation>펜을 대거나 떼기</translation>
    </message>
    <message>
        <source>Network, images and tables</source>
        <translation>신경망, 이미지, 표</translation>
    </message>
    <message>
        <source>Go to the next cell</source>
        <translation>다음 칸으로 이동</translation>
    </message>
    <message>
        <source>Open the cell</source>
        <translation>칸 열기</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Go back: leave a large view, the presentation or the tour</source>
        <translation>돌아가기: 확대한 화면, 발표 모드, 둘러보기 끝내기</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>다음 컨트롤로 이동</translation>
    </message>
    <message>
        <source>Menu or place</source>
        <translation>메뉴 또는 위치</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>No entry contains “{0}”.</source>
        <translation>“{0}” 검색 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>둘러보기 끝내기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>About Digit Lab</source>
        <translation>Digit Lab 정보</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>여기에 그리세요</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse, a finger or a pen. It is predicted while you draw.</source>
        <translation>마우스, 손가락, 펜으로 숫자를 그리세요. 그리는 동안 바로 예측합니다.</translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation>신경망의 답</translation>
    </message>
    <message>
        <source>The ten probabilities, one for each digit. The highest one is the prediction.</source>
        <translation>숫자마다 하나씩, 열 개의 확률입니다. 가장 높은 것이 예측입니다.</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>안을 들여다보기</translation>
    </message>
    <message>
        <source>See what happens between your drawing and the answer: every layer, every neuron, and which pixels matter.</source>
        <translation>그림에서 답이 나오기까지의 과정을 봅니다. 모든 계층과 뉴런, 그리고 어느 픽셀이 중요한지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>신경망 학습하기</translation>
    </message>
    <message>
        <source>Choose data, a network and an optimiser here, then start. Your drawing is predicted with the network while it is being trained.</source>
        <translation>데이터, 신경망, 옵티마이저를 고르고 시작하세요. 학습하는 동안에도 그 신경망이 그림을 예측합니다.</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>한 단계씩</translation>
    </message>
    <message>
        <source>Train one mini-batch at a time, or slowly enough to watch. The slider goes back to earlier epochs. Help is in the menu, or press F1.</source>
        <translation>미니배치를 하나씩, 또는 눈으로 볼 수 있을 만큼 천천히 학습합니다. 슬라이더를 움직이면 지난 에폭으로 돌아갑니다. 도움말은 메뉴에 있고, F1을 눌러도 열립니다.</translation>
    </message>
    <message>
        <source>After the first layer</source>
        <translation>첫 계층을 지난 뒤</translation>
    </message>
    <message>
        <source>How far the plane is folded, in percent</source>
        <translation>평면이 접힌 정도, 퍼센트</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Show how the first layer moves the points of the plane</source>
        <translation>첫 계층이 평면의 점을 어떻게 옮기는지 보기</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>{0}, right</source>
        <translation>{0}, 맞음</translation>
    </message>
    <message>
        <source>{0}, wrong</source>
        <translation>{0}, 틀림</translation>
    </message>
    <message>
        <source>{0}: move the line</source>
        <translation>{0}: 직선 옮기기</translation>
    </message>
    <message>
        <source>{0}: turn the line at one end</source>
        <translation>{0}: 한쪽 끝에서 직선 돌리기</translation>
    </message>
    <message>
        <source>{0}: turn the line at the other end</source>
        <translation>{0}: 다른 쪽 끝에서 직선 돌리기</translation>
    </message>
    <message>
        <source>Right for {0}: {1} of 4 rows.</source>
        <translation>{0} 게이트와 비교: 4행 중 {1}행이 맞습니다.</translation>
    </message>
    <message>
        <source>The line of the perceptron</source>
        <translation>퍼셉트론의 직선</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>직선 옮기기</translation>
    </message>
    <message>
        <source>Turn the line at one end</source>
        <translation>한쪽 끝에서 직선 돌리기</translation>
    </message>
    <message>
        <source>Turn the line at the other end</source>
        <translation>다른 쪽 끝에서 직선 돌리기</translation>
    </message>
    <message>
        <source>Gate to compare with</source>
        <translation>비교할 게이트</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>With w1 = w2 = 0 there is no line: y is the same everywhere.</source>
        <translation>w1 = w2 = 0이면 직선이 없습니다. y가 어디서나 같습니다.</translation>
    </message>
    <message>
        <source>The inputs</source>
        <translation>입력값</translation>
    </message>
    <message>
        <source>Step {0}, loss {1}: {2} of 4 rows are right.</source>
        <translation>스텝 {0}, 손실 {1}: 4행 중 {2}행이 맞습니다.</translation>
    </message>
    <message>
        <source>How the weights are found</source>
        <translation>가중치를 찾는 방법</translation>
    </message>
    <message>
        <source>The two layers as a network</source>
        <translation>두 계층을 신경망으로 나타낸 그림</translation>
    </message>
    <message>
        <source>Input of the network</source>
        <translation>신경망의 입력</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>직접 만들기</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>배우기</translation>
    </message>
    <message>
        <source>It is stuck. Try another seed.</source>
        <translation>더 나아가지 못합니다. 다른 시드로 해 보세요.</translation>
    </message>
    <message>
        <source>The name “{0}” is not UTF-8, so the menu cannot start the program. Rename it.</source>
        <translation>“{0}” 이름이 UTF-8이 아니어서 메뉴에서 프로그램을 시작할 수 없습니다. 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>there are no test images, and too few images to hold some out: all {0:,} are used, which is no test of a network that was trained on them</source>
        <translation>시험 이미지가 없고, 이미지가 너무 적어 떼어 둘 수 없습니다. {0:,}장을 모두 씁니다. 이 이미지로 학습한 신경망이라면 시험이 되지 않습니다</translation>
    </message>
    <message>
        <source>it is empty: give the neurons of each hidden layer, such as 50,100</source>
        <translation>비어 있습니다. 은닉층마다 뉴런의 수를 적으세요(예: 50,100)</translation>
    </message>
    <message>
        <source>it is empty: give the name of a site</source>
        <translation>비어 있습니다. 출처의 이름을 적으세요</translation>
    </message>
    <message>
        <source>{0} would change “{1}”, which this command reads: choose another file.</source>
        <translation>{0} 옵션을 쓰면 이 명령이 읽는 “{1}” 파일이 바뀝니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} and {1} would write the same file “{2}”: choose another one.</source>
        <translation>{0} 옵션과 {1} 옵션이 같은 파일 “{2}”에 쓰게 됩니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>The network has {0:,} parameters, but at most {1:,} can be trained.</source>
        <translation>신경망의 매개변수가 {0:,}개인데, 학습할 수 있는 것은 {1:,}개까지입니다.</translation>
    </message>
    <message>
        <source>The layers of the network have {0:,} outputs, but at most {1:,} can be trained.</source>
        <translation>신경망 계층의 출력이 모두 {0:,}개인데, 학습할 수 있는 것은 {1:,}개까지입니다.</translation>
    </message>
    <message>
        <source>“{0}” holds other data than MNIST, which would be overwritten: name another folder.</source>
        <translation>“{0}” 파일에 MNIST가 아닌 데이터가 있어 덮어쓰게 됩니다. 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>its training set is empty. Choose another file.</source>
        <translation>훈련 데이터가 비어 있습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its validation set is empty. Save the file again without that set.</source>
        <translation>검증 데이터가 비어 있습니다. 검증 데이터를 빼고 파일을 다시 저장하세요.</translation>
    </message>
    <message>
        <source>its test set is empty. Save the file again without that set: then one in seven images of each digit is held out for the test.</source>
        <translation>시험 데이터가 비어 있습니다. 시험 데이터를 빼고 파일을 다시 저장하세요. 그러면 숫자마다 이미지 7장 중 1장을 시험에 쓰려고 떼어 둡니다.</translation>
    </message>
    <message>
        <source>it holds {0}, and the names do not show which is meant. Save the images that you want as x_train and x_test, and their labels as y_train and y_test.</source>
        <translation>들어 있는 것은 {0}이며, 이름만으로는 어느 것을 쓸지 알 수 없습니다. 쓸 이미지는 x_train과 x_test로, 그 레이블은 y_train과 y_test로 저장하세요.</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1} may each belong to it. Leave one of them there, and move the others away.</source>
        <translation>{0} 파일을 열 수 없습니다. 함께 쓸 수 있는 파일이 여러 개입니다: {1}. 그중 하나만 남기고 나머지는 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>{0} also holds other images, which are left out: {1}.</source>
        <translation>{0}에는 다른 이미지도 들어 있으며, 그것은 쓰지 않습니다: {1}.</translation>
    </message>
    <message>
        <source>its drawing {0:,} has no points, and a drawing needs at least one. Correct the file, or choose another one.</source>
        <translation>{0:,}번째 그림에 점이 없습니다. 그림에는 점이 하나 이상 있어야 합니다. 파일을 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>the strokes of a drawing are longer than {0:,} times its size. Correct it, or choose another file.</source>
        <translation>획이 그림 크기의 {0:,}배보다 긴 그림이 있습니다. 파일을 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>all its strokes together are longer than {0:,} times the size of a drawing. Divide it into several files.</source>
        <translation>모든 획을 더한 길이가 그림 크기의 {0:,}배보다 깁니다. 파일을 여러 개로 나누세요.</translation>
    </message>
    <message>
        <source>{0}, every {1}th</source>
        <translation>{0}, {1}개마다 1개</translation>
    </message>
    <message>
        <source>This drawing cannot be stored: its strokes are longer than {0:,} times its size.</source>
        <translation>이 그림은 저장할 수 없습니다. 획이 그림 크기의 {0:,}배보다 깁니다.</translation>
    </message>
    <message>
        <source>The file of your drawings was empty: no drawing could be found in it.</source>
        <translation>내 그림 파일이 비어 있어, 그 안에서 그림을 찾을 수 없었습니다.</translation>
    </message>
    <message>
        <source>it has more than {0:,} parts. Save it as PNG again, with another program.</source>
        <translation>부분이 {0:,}개보다 많습니다. 다른 프로그램에서 PNG로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>it has {0:,} × {1:,} pixels: choose one of at most {2} million (a JPEG of one scan: {3} million), and of at most {4:,} a side.</source>
        <translation>{0:,} × {1:,}픽셀입니다. {2}메가픽셀 이하(스캔이 하나인 JPEG는 {3}메가픽셀 이하), 한 변이 {4:,}픽셀 이하인 이미지를 고르세요.</translation>
    </message>
    <message>
        <source>it has a DOCTYPE with definitions, which Digit Lab does not read. Save it as a plain SVG.</source>
        <translation>정의가 들어 있는 DOCTYPE이 있어 Digit Lab이 읽지 않습니다. 일반 SVG로 저장하세요.</translation>
    </message>
    <message>
        <source>Batch size must be at most {0:,}: this network keeps {1:,} numbers for each image.</source>
        <translation>배치 크기는 최대 {0:,}이어야 합니다. 이 신경망은 이미지 하나마다 수를 {1:,}개 저장합니다.</translation>
    </message>
    <message>
        <source>A padding of {0} makes images of {1} × {2} × {3} too large: choose less.</source>
        <translation>패딩이 {0}이면 {1} × {2} × {3} 이미지가 너무 커집니다. 더 작은 값을 선택하세요.</translation>
    </message>
    <message>
        <source>The eps of BatchNormalization is from 1e-30 to below 1, not {0}.</source>
        <translation>배치 정규화의 eps는 1e-30 이상 1 미만입니다. 주어진 값: {0}.</translation>
    </message>
    <message>
        <source>it has {0:,} losses, and a file of a run holds at most {1:,}.</source>
        <translation>손실이 {0:,}개인데, 학습 기록 파일에는 최대 {1:,}개까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>it holds the weights of another training than “{0}”.</source>
        <translation>“{0}” 기록이 아닌 다른 학습의 가중치가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The list of your runs was damaged and has been repaired.</source>
        <translation>학습 기록 목록이 손상되어 복구했습니다.</translation>
    </message>
    <message>
        <source>“{0}” was deleted in another window.</source>
        <translation>“{0}” 기록은 다른 창에서 삭제되었습니다.</translation>
    </message>
    <message>
        <source>number of iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>The loss was {0:.3g} at the first step, and is not a finite number at step {1:,}.</source>
        <translation>첫 스텝의 손실은 {0:.3g}였고, {1:,}번째 스텝의 손실은 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The loss was not a finite number at the first step.</source>
        <translation>첫 스텝의 손실이 유한한 수가 아니었습니다.</translation>
    </message>
    <message>
        <source>The weights that the training started from are too large.</source>
        <translation>학습을 시작한 가중치가 너무 큽니다.</translation>
    </message>
    <message>
        <source>The accuracy would be measured {0:,} times, and a training is stored with at most {1:,} measurements. Choose fewer epochs, or a larger evaluate_every in a settings file.</source>
        <translation>정확도를 {0:,}번 재게 되는데, 학습과 함께 저장할 수 있는 측정은 {1:,}번까지입니다. 에폭 수를 줄이거나, 설정 파일의 evaluate_every를 더 크게 하세요.</translation>
    </message>
    <message>
        <source>{0} is too large to be calculated: the network has diverged.</source>
        <translation>{0}의 값이 너무 커서 계산할 수 없습니다. 신경망이 발산했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) no longer there: deleted for good.</source>
        <translation>
            <numerusform>그림 %n개는 이제 없습니다. 완전히 삭제되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The numbers are too large to say what supports {0}: the network has diverged.</source>
        <translation>값이 너무 커서 무엇이 {0} 예측을 지지하는지 계산할 수 없습니다. 신경망이 발산했습니다.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>항등</translation>
    </message>
    <message>
        <source>Three layers do what one does: c = c1 c2 c3 = {0}, the dashed line.</source>
        <translation>세 계층이 한 계층과 같은 일을 합니다. c = c1 c2 c3 = {0}, 점선입니다.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>보여 줄 것</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>With these weights the result is the same for every x.</source>
        <translation>이 가중치로는 x가 무엇이든 결과가 같습니다.</translation>
    </message>
    <message>
        <source>The result bends. No single layer c x, the dashed line, can do this.</source>
        <translation>결과가 휘어집니다. 계층 하나(c x, 점선)로는 할 수 없는 일입니다.</translation>
    </message>
    <message>
        <source>One function</source>
        <translation>함수 하나</translation>
    </message>
    <message>
        <source>Three layers</source>
        <translation>계층 세 개</translation>
    </message>
    <message>
        <source>Only 0 or 1. On both sides the slope is 0, at 0 there is none: a small change of a weight changes nothing.</source>
        <translation>0 아니면 1입니다. 양쪽의 기울기는 0이고 0에서는 기울기가 없습니다. 가중치를 조금 바꾸어도 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Between 0 and 1. The slope is 0.25 at most, and almost 0 far from the middle.</source>
        <translation>0과 1 사이입니다. 기울기는 커야 0.25이고, 가운데에서 멀어지면 거의 0입니다.</translation>
    </message>
    <message>
        <source>0 on the left, x itself on the right. There the slope stays 1, however large x is.</source>
        <translation>왼쪽은 0, 오른쪽은 x 그대로입니다. 오른쪽에서는 x가 아무리 커도 기울기가 1입니다.</translation>
    </message>
    <message>
        <source>Between -1 and 1, and steeper than sigmoid: in the middle the slope is 1.</source>
        <translation>-1과 1 사이이고 시그모이드보다 가파릅니다. 가운데의 기울기는 1입니다.</translation>
    </message>
    <message>
        <source>What comes in goes out. Choose Three layers to see why hidden layers need another h.</source>
        <translation>들어온 값이 그대로 나갑니다. 은닉층에 왜 다른 h가 필요한지 보려면 “계층 세 개”를 고르세요.</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>a{0}[{1}] = {2} = {3}. z{0}[{1}] = sigmoid({3}) = {4}.</source>
        <translation>a{0}[{1}] = {2} = {3}. z{0}[{1}] = sigmoid({3}) = {4}.</translation>
    </message>
    <message>
        <source>The network with its numbers</source>
        <translation>신경망과 그 값</translation>
    </message>
    <message>
        <source>x[{0}] = {1}</source>
        <translation>x[{0}] = {1}</translation>
    </message>
    <message>
        <source>y[{0}] = {1} = {2}. The output layer has the identity.</source>
        <translation>y[{0}] = {1} = {2}. 출력층은 항등 함수를 씁니다.</translation>
    </message>
    <message>
        <source>Open sample_weight.pkl…</source>
        <translation>sample_weight.pkl 열기…</translation>
    </message>
    <message>
        <source>Open the weights that the book gives to its readers</source>
        <translation>책이 독자에게 제공하는 가중치 열기</translation>
    </message>
    <message>
        <source>Batches of</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Images per second against the batch size</source>
        <translation>배치 크기에 따른 초당 이미지 수</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>초당 이미지 수</translation>
    </message>
    <message>
        <source>Weights of 784-50-100-10</source>
        <translation>784-50-100-10 신경망의 가중치</translation>
    </message>
    <message>
        <source>shipped with Digit Lab</source>
        <translation>Digit Lab 기본 제공</translation>
    </message>
    <message>
        <source>Weights: {0}</source>
        <translation>가중치: {0}</translation>
    </message>
    <message>
        <source>Start both sides, one after the other, and compare the clocks.</source>
        <translation>양쪽을 차례로 시작하고 시간을 비교하세요.</translation>
    </message>
    <message>
        <source>Rounding differs: {0} and {1} are correct.</source>
        <translation>반올림이 달라서 맞힌 개수가 다릅니다: {0}장과 {1}장.</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>한 장씩</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>배치로</translation>
    </message>
    <message>
        <source>“{0}” is not of a network 784-50-100-10 with sigmoid.</source>
        <translation>“{0}” 파일은 시그모이드를 쓰는 784-50-100-10 신경망의 가중치가 아닙니다.</translation>
    </message>
    <message>
        <source>It runs, but is it meant? {0} W{1} has 1 column: NumPy repeats it for the {2} numbers of b{1} (broadcasting).</source>
        <translation>실행은 되지만 의도한 것일까요? {0} W{1}의 열이 1개라서, NumPy가 b{1}의 값 {2}개에 맞추어 되풀이합니다(브로드캐스트).</translation>
    </message>
    <message>
        <source>It runs, but b{0} has only 1 number: NumPy adds it to all {1} columns (broadcasting). Each neuron should have a bias of its own.</source>
        <translation>실행은 되지만 b{0}의 값이 1개뿐이라 NumPy가 {1}개 열에 모두 그 값을 더합니다(브로드캐스트). 뉴런마다 편향이 따로 있어야 합니다.</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Make a mistake</source>
        <translation>일부러 틀려 보기</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>전치</translation>
    </message>
    <message>
        <source>Transpose: rows become columns</source>
        <translation>전치: 행이 열이 됩니다</translation>
    </message>
    <message>
        <source>All shapes fit: y is {0}, a row for each image.</source>
        <translation>형상이 모두 맞습니다. y는 {0}, 이미지마다 한 행입니다.</translation>
    </message>
    <message>
        <source>All shapes fit: y is {0}.</source>
        <translation>형상이 모두 맞습니다. y는 {0}입니다.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>The input x: 2 numbers.</source>
        <translation>입력 x: 값 2개.</translation>
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
        <translation>이미지 한 장</translation>
    </message>
    <message>
        <source>batch of 100</source>
        <translation>100장 배치</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>NumPy says: {0}</source>
        <translation>NumPy 메시지: {0}</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: x_{2}[{3}]</source>
        <translation>행 {0}, 열 {1}: x_{2}[{3}]</translation>
    </message>
    <message>
        <source>Set of images</source>
        <translation>데이터 종류</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Random image</source>
        <translation>무작위 이미지</translation>
    </message>
    <message>
        <source>The image, pixel by pixel</source>
        <translation>이미지를 픽셀 하나하나로</translation>
    </message>
    <message>
        <source>The images from this one on</source>
        <translation>이 이미지부터 이어지는 이미지</translation>
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
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>시험 데이터</translation>
    </message>
    <message>
        <source>array</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>The label is {0}</source>
        <translation>레이블: {0}</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Point at a pixel of the image, or go to it with the arrow keys.</source>
        <translation>이미지의 픽셀을 가리키거나 화살표 키로 옮겨 가세요.</translation>
    </message>
    <message>
        <source>Predicted images</source>
        <translation>예측한 이미지</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>이미지/초</translation>
    </message>
    <message>
        <source>Drag the bar</source>
        <translation>막대를 끌어 보세요</translation>
    </message>
    <message>
        <source>{0}: shape {1}</source>
        <translation>{0}: 형상 {1}</translation>
    </message>
    <message>
        <source>The shapes of the network</source>
        <translation>신경망의 형상</translation>
    </message>
    <message>
        <source>The probabilities add up to 1. For softmax only the differences of scores count, for x / sum ratios.</source>
        <translation>확률을 모두 더하면 1입니다. 소프트맥스에서는 점수의 차이만 중요하고, x / sum에서는 비율이 중요합니다.</translation>
    </message>
    <message>
        <source>add to all</source>
        <translation>모두에 더하기</translation>
    </message>
    <message>
        <source>temperature T</source>
        <translation>온도 T</translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>점수 {0}</translation>
    </message>
    <message>
        <source>exp({0}) is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf. softmax subtracts the largest score first, so that its largest exp is exp(0) = 1.</source>
        <translation>exp({0}) 값은 float64가 담을 수 있는 1.8e308보다 커서 inf가 됩니다. 단순한 소프트맥스는 inf로 나눕니다. softmax는 가장 큰 점수를 먼저 빼므로 가장 큰 exp가 exp(0) = 1입니다.</translation>
    </message>
    <message>
        <source>Every exp is 0, too small for a float64: the naive softmax divides 0 by 0. softmax does not.</source>
        <translation>모든 exp가 float64로는 너무 작아 0이 됩니다. 단순한 소프트맥스는 0을 0으로 나누지만 softmax는 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>The sum of the exp is more than a float64 can hold, 1.8e308: inf. The naive softmax divides by inf, which gives 0. softmax subtracts the largest score first.</source>
        <translation>exp의 합이 float64가 담을 수 있는 1.8e308보다 커서 inf가 됩니다. 단순한 소프트맥스는 inf로 나누므로 0이 나옵니다. softmax는 가장 큰 점수를 먼저 뺍니다.</translation>
    </message>
    <message>
        <source>The sum of the scores is 0: x / sum divides by 0. The sum of the exp is always above 0.</source>
        <translation>점수의 합이 0이라 x / sum은 0으로 나눕니다. exp의 합은 항상 0보다 큽니다.</translation>
    </message>
    <message>
        <source>A high temperature makes the probabilities more equal; a low one, the largest still larger.</source>
        <translation>온도가 높으면 확률이 서로 비슷해지고, 낮으면 가장 큰 확률이 더 커집니다.</translation>
    </message>
    <message>
        <source>x / sum gives values below 0 or above 1. exp makes every score positive, so softmax does not.</source>
        <translation>x / sum에서는 0보다 작거나 1보다 큰 값이 나옵니다. exp는 모든 점수를 양수로 만드므로 softmax에서는 그런 일이 없습니다.</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>열 개</translation>
    </message>
    <message>
        <source>score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>naive</source>
        <translation>단순</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>x / sum</source>
        <translation>x / sum</translation>
    </message>
    <message>
        <source>softmax_naive, score {0}</source>
        <translation>softmax_naive, 점수 {0}</translation>
    </message>
    <message>
        <source>softmax, score {0}</source>
        <translation>softmax, 점수 {0}</translation>
    </message>
    <message>
        <source>x / sum, score {0}</source>
        <translation>x / sum, 점수 {0}</translation>
    </message>
    <message>
        <source>The path of gradient descent on x0² + x1²</source>
        <translation>x0² + x1² 위에서 경사 하강법이 지나는 경로</translation>
    </message>
    <message>
        <source>The distance from the minimum after each step, as a power of 10</source>
        <translation>스텝마다 잰 최솟값까지의 거리, 10의 거듭제곱</translation>
    </message>
    <message>
        <source>It is on its way: each step goes against the gradient.</source>
        <translation>가는 중입니다. 스텝마다 기울기의 반대 방향으로 나아갑니다.</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Learning rate, from 1e-10 to 10</source>
        <translation>학습률, 1e-10부터 10까지</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>↑ explodes</source>
        <translation>↑ 발산</translation>
    </message>
    <message>
        <source>↓ converges</source>
        <translation>↓ 수렴</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>스텝의 수</translation>
    </message>
    <message>
        <source>It exploded. So far away, x + h and f are rounded so much that the numerical gradient is wrong, or even 0.</source>
        <translation>발산했습니다. 이렇게 멀리서는 x + h와 f가 크게 반올림되어 수치 미분으로 구한 기울기가 틀리거나 0이 되기도 합니다.</translation>
    </message>
    <message>
        <source>It explodes: each step jumps over the minimum and lands farther away.</source>
        <translation>발산합니다. 스텝마다 최솟값을 뛰어넘어 더 먼 곳에 떨어집니다.</translation>
    </message>
    <message>
        <source>It converges: it is at the minimum, almost.</source>
        <translation>수렴합니다. 최솟값에 거의 다 왔습니다.</translation>
    </message>
    <message>
        <source>Each step jumps over the minimum to the other side.</source>
        <translation>스텝마다 최솟값을 뛰어넘어 반대쪽으로 갑니다.</translation>
    </message>
    <message>
        <source>It crawls: the steps are too small to be seen.</source>
        <translation>거의 움직이지 않습니다. 스텝이 눈에 보이지 않을 만큼 작습니다.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Backpropagation is about {0} times faster, and its derivatives differ by at most {1}. In {2} the numerical gradient gets through {3} iterations here.</source>
        <translation>오차역전파법이 약 {0}배 빠르고, 미분값의 차이는 커야 {1}입니다. 여기서 {2} 동안 수치 미분으로 할 수 있는 반복은 {3}회입니다.</translation>
    </message>
    <message>
        <source>hidden neurons</source>
        <translation>은닉층 뉴런</translation>
    </message>
    <message>
        <source>measured parameters</source>
        <translation>측정할 매개변수</translation>
    </message>
    <message>
        <source>Times of both gradients</source>
        <translation>두 기울기를 구하는 데 걸린 시간</translation>
    </message>
    <message>
        <source>Measuring: {0} of {1} parameters…</source>
        <translation>측정하는 중: 매개변수 {1}개 중 {0}개…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Numerical gradient</source>
        <translation>수치 미분</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>오차역전파법</translation>
    </message>
    <message>
        <source>a notebook: {0}</source>
        <translation>주피터 노트북: {0}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>Click Measure to time both gradients.</source>
        <translation>“측정”을 누르면 두 기울기의 계산 시간을 잽니다.</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>All equal</source>
        <translation>모두 같게</translation>
    </message>
    <message>
        <source>Probabilities y</source>
        <translation>확률 y</translation>
    </message>
    <message>
        <source>Cross entropy, squared error and accuracy over the probability of the right answer</source>
        <translation>정답의 확률에 따른 교차 엔트로피, 오차제곱합, 정확도</translation>
    </message>
    <message>
        <source>y of the right answer</source>
        <translation>정답의 y</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Probability of the right answer</source>
        <translation>정답의 확률</translation>
    </message>
    <message>
        <source>t as a label and one-hot:</source>
        <translation>t, 레이블과 원-핫:</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>오차제곱합</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>The function, its tangent, and the line through the two points of the difference</source>
        <translation>함수와 접선, 그리고 차분의 두 점을 지나는 직선</translation>
    </message>
    <message>
        <source>The error of the derivative for each h, both as powers of 10</source>
        <translation>h마다 잰 미분의 오차, 둘 다 10의 거듭제곱</translation>
    </message>
    <message>
        <source>The line through both points is not the tangent yet. Half of h gives about half of the error.</source>
        <translation>두 점을 지나는 직선이 아직 접선이 아닙니다. h를 반으로 줄이면 오차도 반쯤이 됩니다.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차분</translation>
    </message>
    <message>
        <source>Type of the numbers</source>
        <translation>값의 자료형</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>forward difference</source>
        <translation>전방 차분</translation>
    </message>
    <message>
        <source>central difference</source>
        <translation>중심 차분</translation>
    </message>
    <message>
        <source>Move x</source>
        <translation>x 옮기기</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>Exponent of h</source>
        <translation>h의 지수</translation>
    </message>
    <message>
        <source>distance from x, in h</source>
        <translation>x로부터의 거리, h 단위</translation>
    </message>
    <message>
        <source>Numerical {0}, exact {1}, error {2}</source>
        <translation>수치 미분 {0}, 해석적 미분 {1}, 오차 {2}</translation>
    </message>
    <message>
        <source>An integer array keeps no fraction: {0} is stored as {1}.</source>
        <translation>정수 배열에는 소수 부분이 남지 않습니다: {0} → {1}.</translation>
    </message>
    <message>
        <source>The difference is exactly 0: no {0} number is that close to x, so x + h is rounded to x.</source>
        <translation>차이가 정확히 0입니다. x에 그만큼 가까운 {0} 수가 없어서 x + h가 x로 반올림됩니다.</translation>
    </message>
    <message>
        <source>All digits are right.</source>
        <translation>모든 자릿수가 맞습니다.</translation>
    </message>
    <message>
        <source>The two values of f agree in {0} of their {1} digits. These digits cancel: the derivative has only the others.</source>
        <translation>두 f 값의 {1}자리 중 {0}자리가 같습니다. 같은 자리는 서로 지워지고, 미분값에는 나머지 자리만 남습니다.</translation>
    </message>
    <message>
        <source>The line through both points is not the tangent yet. Half of h gives about a quarter of the error.</source>
        <translation>두 점을 지나는 직선이 아직 접선이 아닙니다. h를 반으로 줄이면 오차는 4분의 1쯤이 됩니다.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>전방</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>중심</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>An integer array keeps no fraction: {0} is stored as {1}, and {2} as {3}.</source>
        <translation>정수 배열에는 소수 부분이 남지 않습니다: {0} → {1}, {2} → {3}.</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>접선</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0}년</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ms</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0}분 {1}초</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}시간 {1}분</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0}일</translation>
    </message>
    <message>
        <source>{0}, measured</source>
        <translation>{0}, 측정값</translation>
    </message>
    <message>
        <source>1 ms</source>
        <translation>1 ms</translation>
    </message>
    <message>
        <source>1 s</source>
        <translation>1초</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1년</translation>
    </message>
    <message>
        <source>Go on to step {0} of {1} first.</source>
        <translation>먼저 {1}단계 중 {0}단계까지 가세요.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>True label</source>
        <translation>정답 레이블</translation>
    </message>
    <message>
        <source>The network, with values and gradients</source>
        <translation>값과 기울기를 표시한 신경망</translation>
    </message>
    <message>
        <source>true label</source>
        <translation>정답 레이블</translation>
    </message>
    <message>
        <source>y − t of class {0}</source>
        <translation>클래스 {0}의 y − t</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>맞습니다.</translation>
    </message>
    <message>
        <source>Not yet: t is 1 for the true label, else 0.</source>
        <translation>아직 아닙니다. t는 정답 레이블에서 1, 나머지에서 0입니다.</translation>
    </message>
    <message>
        <source>Break a layer</source>
        <translation>계층 망가뜨리기</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Point at an edge or a neuron to see its numbers; click a weight to change it.</source>
        <translation>선이나 뉴런을 가리키면 값이 나타납니다. 가중치를 누르면 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>No fault</source>
        <translation>고장 없음</translation>
    </message>
    <message>
        <source>Affine1: dW is doubled</source>
        <translation>Affine1: dW가 두 배</translation>
    </message>
    <message>
        <source>Affine1: db is the mean, not the sum</source>
        <translation>Affine1: db가 합이 아니라 평균</translation>
    </message>
    <message>
        <source>Activation: the gradient passes unchanged</source>
        <translation>활성화 함수: 기울기가 그대로 통과</translation>
    </message>
    <message>
        <source>Affine2: W is not transposed</source>
        <translation>Affine2: W를 전치하지 않음</translation>
    </message>
    <message>
        <source>Affine2: dW is doubled</source>
        <translation>Affine2: dW가 두 배</translation>
    </message>
    <message>
        <source>Loss: not divided by the batch size</source>
        <translation>손실: 배치 크기로 나누지 않음</translation>
    </message>
    <message>
        <source>Loss: y instead of y − t</source>
        <translation>손실: y − t가 아니라 y</translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation>계산 그래프</translation>
    </message>
    <message>
        <source>Sigmoid function</source>
        <translation>시그모이드 함수</translation>
    </message>
    <message>
        <source>Hide a gradient</source>
        <translation>기울기 숨기기</translation>
    </message>
    <message>
        <source>The gradient of {0}</source>
        <translation>기울기: {0}</translation>
    </message>
    <message>
        <source>Type the gradient of {0} into the field, then Return.</source>
        <translation>칸에 {0}의 기울기를 입력하고 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Forward: each circle computes its output from its inputs, from left to right.</source>
        <translation>순전파: 동그라미마다 왼쪽에서 오른쪽으로, 입력에서 출력을 계산합니다.</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>쇼핑</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>수를 입력하세요.</translation>
    </message>
    <message>
        <source>{0} of {1} filled in.</source>
        <translation>{1}개 중 {0}개를 채웠습니다.</translation>
    </message>
    <message>
        <source>All: {0} = {1}. Sigmoid.backward: {2}.</source>
        <translation>전체: {0} = {1}. Sigmoid.backward: {2}.</translation>
    </message>
    <message>
        <source>{0} is not right yet. {1}</source>
        <translation>{0}: 아직 정답이 아닙니다. {1}</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Right: the gradient of {0} is {1}.</source>
        <translation>맞습니다. {0}의 기울기: {1}.</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>지불 금액</translation>
    </message>
    <message>
        <source>the number of apples</source>
        <translation>사과의 개수</translation>
    </message>
    <message>
        <source>the price of an apple</source>
        <translation>사과 하나의 가격</translation>
    </message>
    <message>
        <source>the price of an orange</source>
        <translation>귤 하나의 가격</translation>
    </message>
    <message>
        <source>the number of oranges</source>
        <translation>귤의 개수</translation>
    </message>
    <message>
        <source>the tax factor</source>
        <translation>소비세 배율</translation>
    </message>
    <message>
        <source>what the apples cost</source>
        <translation>사과값</translation>
    </message>
    <message>
        <source>what the oranges cost</source>
        <translation>귤값</translation>
    </message>
    <message>
        <source>what both cost</source>
        <translation>과일값 합계</translation>
    </message>
    <message>
        <source>the payment</source>
        <translation>지불 금액</translation>
    </message>
    <message>
        <source>× gives each input the gradient from the right, times the other input.</source>
        <translation>× 노드는 오른쪽에서 온 기울기에 다른 쪽 입력을 곱해 각 입력으로 보냅니다.</translation>
    </message>
    <message>
        <source>+ passes the gradient from the right on to each input, unchanged.</source>
        <translation>+ 노드는 오른쪽에서 온 기울기를 각 입력으로 그대로 보냅니다.</translation>
    </message>
    <message>
        <source>exp multiplies the gradient from the right by its own output.</source>
        <translation>exp 노드는 오른쪽에서 온 기울기에 자신의 출력을 곱합니다.</translation>
    </message>
    <message>
        <source>1/x multiplies the gradient from the right by −(output)².</source>
        <translation>1/x 노드는 오른쪽에서 온 기울기에 −(출력)²을 곱합니다.</translation>
    </message>
    <message>
        <source>apples</source>
        <translation>사과 개수</translation>
    </message>
    <message>
        <source>apple price</source>
        <translation>사과 가격</translation>
    </message>
    <message>
        <source>orange price</source>
        <translation>귤 가격</translation>
    </message>
    <message>
        <source>oranges</source>
        <translation>귤 개수</translation>
    </message>
    <message>
        <source>tax factor</source>
        <translation>소비세</translation>
    </message>
    <message>
        <source>Right. {0}.</source>
        <translation>맞습니다. {0}.</translation>
    </message>
    <message>
        <source>{0} are wrong: the mistake is between the weights of Affine2 and those of Affine1.</source>
        <translation>틀린 것: {0}. Affine2의 가중치와 Affine1의 가중치 사이에 잘못이 있습니다.</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>고장</translation>
    </message>
    <message>
        <source>Secret fault</source>
        <translation>숨은 고장</translation>
    </message>
    <message>
        <source>Break a layer without saying which</source>
        <translation>어디인지 알리지 않고 계층 하나 망가뜨리기</translation>
    </message>
    <message>
        <source>Checked with a batch of four inputs. Which layer is broken?</source>
        <translation>입력 네 개짜리 배치로 확인합니다. 어느 계층이 고장 났을까요?</translation>
    </message>
    <message>
        <source>One layer is broken. Which parameters are wrong? Press the layer that explains it.</source>
        <translation>계층 하나가 고장 났습니다. 어느 매개변수가 틀렸나요? 원인이 되는 계층을 누르세요.</translation>
    </message>
    <message>
        <source>All are right: the tiny differences come from h and from the 1e−7 in the book&apos;s logarithm.</source>
        <translation>모두 맞습니다. 아주 작은 차이는 h와, 책의 로그에 더해진 1e−7 때문입니다.</translation>
    </message>
    <message>
        <source>Only {0} is wrong: what goes on to the left is right, so the mistake is in {0} itself.</source>
        <translation>{0}만 틀렸습니다. 왼쪽으로 가는 값은 맞으므로 {0} 계산 자체에 잘못이 있습니다.</translation>
    </message>
    <message>
        <source>All are wrong: the mistake is at the right end, where the backward pass starts.</source>
        <translation>모두 틀렸습니다. 잘못은 역전파가 시작되는 오른쪽 끝에 있습니다.</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>오차역전파법</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>수치 미분</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Press “Secret fault” first.</source>
        <translation>먼저 “숨은 고장”을 누르세요.</translation>
    </message>
    <message>
        <source>No: a mistake in {0} would make other parameters wrong. Try again.</source>
        <translation>아닙니다. {0} 계층에 잘못이 있다면 다른 매개변수가 틀려집니다. 다시 해 보세요.</translation>
    </message>
    <message>
        <source>From dW1 and db1 alone, it could be the activation or the dx of Affine2.</source>
        <translation>dW1과 db1만 보아서는 활성화 함수일 수도 있고 Affine2의 dx일 수도 있습니다.</translation>
    </message>
    <message>
        <source>where a is above 0, else 0</source>
        <translation>(a가 0보다 크면 그대로, 아니면 0)</translation>
    </message>
    <message>
        <source>times z (1 − z)</source>
        <translation>× z (1 − z)</translation>
    </message>
    <message>
        <source>Forward starts with the input x = {0}. Go on with Next.</source>
        <translation>순전파는 입력 x = {0}에서 시작합니다. “다음”을 누르세요.</translation>
    </message>
    <message>
        <source>Affine: a = x W1 + b1 = {0}</source>
        <translation>Affine: a = x W1 + b1 = {0}</translation>
    </message>
    <message>
        <source>{0}: z = {1}</source>
        <translation>{0}: z = {1}</translation>
    </message>
    <message>
        <source>Affine: the scores s = z W2 + b2 = {0}</source>
        <translation>Affine: 점수 s = z W2 + b2 = {0}</translation>
    </message>
    <message>
        <source>Softmax: y = {0}. Cross entropy: L = −log {1} = {2}</source>
        <translation>소프트맥스: y = {0}. 교차 엔트로피: L = −log {1} = {2}</translation>
    </message>
    <message>
        <source>Backward: the gradient of the scores is y − t = {0} − {1} = {2}</source>
        <translation>역전파: 점수의 기울기는 y − t = {0} − {1} = {2}</translation>
    </message>
    <message>
        <source>Affine: dW2 = zᵀ ds = {0}, db2 = ds = {1}</source>
        <translation>Affine: dW2 = zᵀ ds = {0}, db2 = ds = {1}</translation>
    </message>
    <message>
        <source>Affine: dz = ds W2ᵀ = {0}</source>
        <translation>Affine: dz = ds W2ᵀ = {0}</translation>
    </message>
    <message>
        <source>{0}: da = dz {1} = {2}</source>
        <translation>{0}: da = dz {1} = {2}</translation>
    </message>
    <message>
        <source>Affine: dW1 = xᵀ da = {0}, db1 = da = {1}, dx = da W1ᵀ = {2}</source>
        <translation>Affine: dW1 = xᵀ da = {0}, db1 = da = {1}, dx = da W1ᵀ = {2}</translation>
    </message>
    <message>
        <source>Numerical: dW1 = {0}, dW2 = {1}. Largest difference: {2}.</source>
        <translation>수치 미분: dW1 = {0}, dW2 = {1}. 가장 큰 차이: {2}.</translation>
    </message>
    <message>
        <source>{0} = {1}.</source>
        <translation>{0} = {1}.</translation>
    </message>
    <message>
        <source>Softmax uses all scores. With the cross entropy, ∂L/∂s becomes y − t.</source>
        <translation>소프트맥스는 모든 점수를 씁니다. 교차 엔트로피와 함께 쓰면 ∂L/∂s는 y − t가 됩니다.</translation>
    </message>
    <message>
        <source>Numerical: {0}.</source>
        <translation>수치 미분: {0}.</translation>
    </message>
    <message>
        <source>Local derivative: ∂{0}/∂{1}{2} = {3}.</source>
        <translation>국소적 미분: ∂{0}/∂{1}{2} = {3}.</translation>
    </message>
    <message>
        <source>value: above</source>
        <translation>값: 위</translation>
    </message>
    <message>
        <source>gradient: below</source>
        <translation>기울기: 아래</translation>
    </message>
    <message>
        <source>Histograms of the activations</source>
        <translation>활성화값의 히스토그램</translation>
    </message>
    <message>
        <source>zeros {0}</source>
        <translation>0의 비율 {0}</translation>
    </message>
    <message>
        <source>ends {0}</source>
        <translation>양끝 {0}</translation>
    </message>
    <message>
        <source>std {0}</source>
        <translation>표준편차 {0}</translation>
    </message>
    <message>
        <source>Layer {0}</source>
        <translation>{0}번째 계층</translation>
    </message>
    <message>
        <source>The spread shrinks from layer to layer: std {0} to {1}.</source>
        <translation>계층을 지날수록 흩어짐이 줄어듭니다. 표준편차 {0} → {1}.</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>Layer 5 gives nearly the same for every input: nothing can be learnt from it.</source>
        <translation>5번째 계층은 어떤 입력에도 거의 같은 값을 냅니다. 여기서는 아무것도 배울 수 없습니다.</translation>
    </message>
    <message>
        <source>{0} of layer 5 is at the ends, where the slope is nearly 0: the gradient vanishes.</source>
        <translation>5번째 계층의 출력 중 {0} 정도가 양끝에 있습니다. 그곳은 기울기가 거의 0이므로 기울기 소실이 일어납니다.</translation>
    </message>
    <message>
        <source>The spread is kept: std {0} in layer 1, {1} in layer 5.</source>
        <translation>흩어짐이 유지됩니다. 표준편차는 1번째 계층 {0}, 5번째 계층 {1}.</translation>
    </message>
    <message>
        <source>The spread grows from layer to layer: std {0} to {1}.</source>
        <translation>계층을 지날수록 흩어짐이 커집니다. 표준편차 {0} → {1}.</translation>
    </message>
    <message>
        <source>Contours and paths</source>
        <translation>등고선과 경로</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>f at the end</source>
        <translation>마지막 f</translation>
    </message>
    <message>
        <source>all rates ×</source>
        <translation>모든 학습률 ×</translation>
    </message>
    <message>
        <source>start x</source>
        <translation>시작 x</translation>
    </message>
    <message>
        <source>start y</source>
        <translation>시작 y</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Learning rate of {0}</source>
        <translation>{0}의 학습률</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>훈련 이미지</translation>
    </message>
    <message>
        <source>wrong labels (%)</source>
        <translation>틀린 레이블 (%)</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>dropout ratio</source>
        <translation>드롭아웃 비율</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Curves of the training and the test images</source>
        <translation>훈련 이미지와 시험 이미지의 곡선</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>{0} The last checkpoint of the training is kept as “{1}”.</source>
        <translation>{0} 이 학습의 마지막 체크포인트는 “{1}”에 남아 있습니다.</translation>
    </message>
    <message>
        <source>gap {0}</source>
        <translation>차이 {0}</translation>
    </message>
    <message>
        <source>gap {0} points</source>
        <translation>차이 {0}%p</translation>
    </message>
    <message>
        <source>test images</source>
        <translation>시험 이미지</translation>
    </message>
    <message>
        <source>Press Train.</source>
        <translation>“학습”을 누르세요.</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2}</source>
        <translation>행 {0}, 열 {1}: {2}</translation>
    </message>
    <message>
        <source>A zero of the padding</source>
        <translation>패딩으로 더한 0</translation>
    </message>
    <message>
        <source>Never used: the window does not fit there</source>
        <translation>쓰이지 않음: 윈도우가 들어가지 않습니다</translation>
    </message>
    <message>
        <source>Not computed yet</source>
        <translation>아직 계산하지 않음</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>The window goes over the whole image</source>
        <translation>윈도우가 이미지 전체를 훑습니다</translation>
    </message>
    <message>
        <source>4 × 4</source>
        <translation>4 × 4</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>사각형</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Your drawing on the Draw tab; a sample if there is none</source>
        <translation>그리기 탭의 내 그림. 없으면 샘플</translation>
    </message>
    <message>
        <source>Book&apos;s kernel</source>
        <translation>책의 커널</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>흐리게</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>선명하게</translation>
    </message>
    <message>
        <source>Horizontal edges</source>
        <translation>가로 윤곽</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>훑기</translation>
    </message>
    <message>
        <source>Size: {0} = {1}, rounded down to {2}. Hatched: never used.</source>
        <translation>크기: {0} = {1}, 버림하면 {2}. 빗금: 쓰이지 않는 곳.</translation>
    </message>
    <message>
        <source>Of each 2 × 2 of the output, only the largest number is kept. Nothing is learned here.</source>
        <translation>출력의 2 × 2마다 가장 큰 값만 남깁니다. 여기서는 아무것도 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Size: {0} = {1}</source>
        <translation>크기: {0} = {1}</translation>
    </message>
    <message>
        <source>The output is smaller than a window of 2 × 2. Choose a larger padding or a smaller stride.</source>
        <translation>출력이 2 × 2 윈도우보다 작습니다. 패딩을 늘리거나 스트라이드를 줄이세요.</translation>
    </message>
    <message>
        <source>The last row and column are left over.</source>
        <translation>마지막 행과 열은 남습니다.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>out[{0}, {1}]: {2}</source>
        <translation>out[{0}, {1}]: {2}</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>im2col</source>
        <translation>im2col</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>최대 풀링</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>아래에 보일 것</translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation>풀링 결과</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>내 그림</translation>
    </message>
    <message>
        <source>im2col: each window as a row</source>
        <translation>im2col: 윈도우마다 한 행</translation>
    </message>
    <message>
        <source>The window at out[{0}]</source>
        <translation>윈도우 위치: out[{0}]</translation>
    </message>
    <message>
        <source>Row {0} times the kernel: {1}</source>
        <translation>행 {0} × 커널: {1}</translation>
    </message>
    <message>
        <source>im2col: {0} rows of {1} numbers</source>
        <translation>im2col: 값 {1}개짜리 행 {0}개</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>= out</source>
        <translation>= out</translation>
    </message>
    <message>
        <source>The code that runs, with its values</source>
        <translation>실행되는 코드와 그 값</translation>
    </message>
    <message>
        <source>{0}, in: {1}</source>
        <translation>{0}, 위치: {1}</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>놀이터</translation>
    </message>
    <message>
        <source>2 Perceptron</source>
        <translation>2 퍼셉트론</translation>
    </message>
    <message>
        <source>3 Neural networks</source>
        <translation>3 신경망</translation>
    </message>
    <message>
        <source>4 Learning</source>
        <translation>4 신경망 학습</translation>
    </message>
    <message>
        <source>5 Backpropagation</source>
        <translation>5 오차역전파법</translation>
    </message>
    <message>
        <source>6 Training techniques</source>
        <translation>6 학습 관련 기술들</translation>
    </message>
    <message>
        <source>7 Convolution</source>
        <translation>7 합성곱 신경망</translation>
    </message>
    <message>
        <source>Reset progress</source>
        <translation>진행 초기화</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} tasks solved</source>
        <translation>{0}: 과제 {2}개 중 {1}개 해결</translation>
    </message>
    <message>
        <source>All tasks are open again.</source>
        <translation>모든 과제가 처음 상태가 되었습니다.</translation>
    </message>
    <message>
        <source>Undo the reset</source>
        <translation>초기화 취소</translation>
    </message>
    <message>
        <source>{0}/{1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Give the figure its first values</source>
        <translation>그림을 처음 값으로 되돌리기</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>한 문장으로</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <source>Copy code for a notebook that computes the same with the numbers of now</source>
        <translation>지금 값으로 똑같이 계산하는 주피터 노트북용 코드 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation>코드를 복사했습니다.</translation>
    </message>
    <message>
        <source>Task {0} is solved</source>
        <translation>과제 {0} 해결</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>weight from {0} to {1}</source>
        <translation>{0} → {1} 가중치</translation>
    </message>
    <message>
        <source>{0}: {1}, gradient {2}</source>
        <translation>{0}: {1}, 기울기 {2}</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>뉴런 {0}</translation>
    </message>
    <message>
        <source>{0}: gradient {1}</source>
        <translation>{0}: 기울기 {1}</translation>
    </message>
    <message>
        <source>Download MNIST ({0} MB)</source>
        <translation>MNIST 내려받기 ({0} MB)</translation>
    </message>
    <message>
        <source>Download the four files of MNIST, and use them in all lessons and trainings</source>
        <translation>MNIST 파일 네 개를 내려받아 모든 실습과 학습에 사용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Downloading MNIST: {0} %</source>
        <translation>MNIST 내려받는 중: {0}%</translation>
    </message>
    <message>
        <source>MNIST could not be downloaded because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 MNIST를 내려받지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>Synthetic digits: MNIST is not on this computer.</source>
        <translation>합성 숫자: 이 컴퓨터에 MNIST가 없습니다.</translation>
    </message>
    <message>
        <source>Loading the images…</source>
        <translation>이미지를 불러오는 중…</translation>
    </message>
    <message>
        <source>MNIST: {0} training images and {1} test images</source>
        <translation>MNIST: 훈련 이미지 {0}장, 시험 이미지 {1}장</translation>
    </message>
    <message>
        <source>Drag sideways, type a number, or use the arrow keys.</source>
        <translation>옆으로 끌거나, 수를 입력하거나, 화살표 키를 쓰세요.</translation>
    </message>
    <message>
        <source>{0}: {1}, slope {2}</source>
        <translation>{0}: {1}, 기울기 {2}</translation>
    </message>
    <message>
        <source>{0}[{1}]: {2}</source>
        <translation>{0}[{1}]: {2}</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation>{0}: {1}, {2}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>x1 = {0}, x2 = {1}</source>
        <translation>x1 = {0}, x2 = {1}</translation>
    </message>
    <message>
        <source>The plane with the points</source>
        <translation>점이 있는 평면</translation>
    </message>
    <message>
        <source>Click to add a point, right-click to remove one</source>
        <translation>누르면 점 추가, 마우스 오른쪽 버튼은 점 삭제</translation>
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
        <translation>손실</translation>
    </message>
    <message>
        <source>epoch 0</source>
        <translation>에폭 0</translation>
    </message>
    <message>
        <source>Hidden layer {0}, neuron {1}: weights {2}; bias {3}</source>
        <translation>은닉층 {0}, 뉴런 {1}: 가중치 {2}, 편향 {3}</translation>
    </message>
    <message>
        <source>Neurons of hidden layer {0}</source>
        <translation>은닉층 {0}의 뉴런</translation>
    </message>
    <message>
        <source>Input x{0}</source>
        <translation>입력 x{0}</translation>
    </message>
    <message>
        <source>Output: weights {0}; bias {1}</source>
        <translation>출력: 가중치 {0}, 편향 {1}</translation>
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
        <translation>속도</translation>
    </message>
    <message>
        <source>One mini-batch</source>
        <translation>미니배치 하나</translation>
    </message>
    <message>
        <source>The rest of this epoch</source>
        <translation>이번 에폭 끝까지</translation>
    </message>
    <message>
        <source>The first weights again</source>
        <translation>처음 가중치로 되돌리기</translation>
    </message>
    <message>
        <source>The training has diverged: choose a smaller learning rate, then Restart.</source>
        <translation>학습이 발산했습니다. 학습률을 줄이고 “처음부터”를 누르세요.</translation>
    </message>
    <message>
        <source>Click into the plane to add points.</source>
        <translation>평면을 누르면 점이 추가됩니다.</translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation>에폭 {0}</translation>
    </message>
    <message>
        <source>5 steps/s</source>
        <translation>초당 5스텝</translation>
    </message>
    <message>
        <source>2 epochs/s</source>
        <translation>초당 2에폭</translation>
    </message>
    <message>
        <source>20 epochs/s</source>
        <translation>초당 20에폭</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>{0} {1} %</source>
        <translation>{0} {1}%</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>원</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>초승달</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
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
        <translation>활성화 함수</translation>
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
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>A click adds</source>
        <translation>추가할 점의 색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>직접 찍기</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Hint for task {0}</source>
        <translation>과제 {0}의 힌트</translation>
    </message>
    <message>
        <source>{0} of {1} solved</source>
        <translation>{1}개 중 {0}개 해결</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Answer to task {0}</source>
        <translation>과제 {0}의 답</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>해결함</translation>
    </message>
    <message>
        <source>Not solved yet</source>
        <translation>아직 해결하지 못함</translation>
    </message>
    <message>
        <source>Type a number, such as 45360, 0.5 or 1e-4.</source>
        <translation>45360, 0.5, 1e-4처럼 수를 입력하세요.</translation>
    </message>
    <message>
        <source>This is not the answer yet. Try again, or read the hint.</source>
        <translation>아직 정답이 아닙니다. 다시 해 보거나 힌트를 읽어 보세요.</translation>
    </message>
    <message>
        <source>Task {0} is solved. {1}</source>
        <translation>과제 {0}: 해결했습니다. {1}</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>{0}[*] – Digit Lab</source>
        <translation>{0}[*] – Digit Lab</translation>
    </message>
    <message>
        <source>The network that was fine-tuned on your handwriting is neither kept nor discarded.</source>
        <translation>내 손글씨로 미세 조정한 신경망을 아직 유지하지도 버리지도 않았습니다.</translation>
    </message>
    <message>
        <source>Save it? You then choose a file for its weights.</source>
        <translation>저장할까요? 저장하면 가중치를 담을 파일을 고르게 됩니다.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>학습(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Label the drawing</source>
        <translation>그림에 레이블 붙이기(&amp;L)</translation>
    </message>
    <message>
        <source>Tra&amp;ining speed</source>
        <translation>학습 속도(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
    <message>
        <source>This could not be done because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 작업을 하지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>There is not enough memory: close other programs, and try again.</source>
        <translation>메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{0}, curves</source>
        <translation>{0}, 곡선</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Cut the axis below the accuracies: small differences can be seen, but look large</source>
        <translation>정확도 아래쪽 축을 잘라 냅니다. 작은 차이가 보이지만 실제보다 커 보입니다</translation>
    </message>
    <message>
        <source>this training</source>
        <translation>이번 학습</translation>
    </message>
    <message>
        <source>Image (*.png)</source>
        <translation>이미지 (*.png)</translation>
    </message>
    <message>
        <source>Vector image (*.svg)</source>
        <translation>벡터 이미지 (*.svg)</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>곡선 내보내기</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>쉼표로 구분한 값 (*.csv)</translation>
    </message>
    <message>
        <source>“{0}” could not be written ({1}): choose another place.</source>
        <translation>“{0}” 파일을 쓰지 못했습니다({1}). 다른 위치를 고르세요.</translation>
    </message>
    <message>
        <source>{0}: the curves, and their values under the mouse</source>
        <translation>{0}: 곡선과 마우스 위치의 값</translation>
    </message>
    <message>
        <source>{0}: the epoch under the mouse</source>
        <translation>{0}: 마우스 위치의 에폭</translation>
    </message>
    <message>
        <source>Runs in the plots</source>
        <translation>그래프에 표시된 학습 기록</translation>
    </message>
    <message>
        <source>Point at a run to emphasise its curves. Solid lines: training set; dashed lines: test set.</source>
        <translation>학습 기록을 가리키면 그 곡선이 강조됩니다. 실선: 훈련 데이터, 점선: 시험 데이터.</translation>
    </message>
    <message>
        <source>{0}, under the mouse</source>
        <translation>{0}, 마우스 위치</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>에폭 {0}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>이동 평균</translation>
    </message>
    <message>
        <source>Wheel, drag, + and −: zoom. Shift and drag, arrows: move. Backspace: back. Home, double click: reset.</source>
        <translation>휠, 끌기, +, −: 확대. Shift+끌기, 화살표: 이동. Backspace: 이전. Home, 두 번 누르기: 전체.</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>How many of the training and test digits the network predicts correctly will appear here.</source>
        <translation>신경망이 훈련 숫자와 시험 숫자를 얼마나 맞히는지 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>loss (cross entropy)</source>
        <translation>손실 (교차 엔트로피)</translation>
    </message>
    <message>
        <source>How far the network&apos;s predictions are from the true labels, for each mini-batch, will appear here.</source>
        <translation>미니배치마다 신경망의 예측이 정답 레이블에서 얼마나 벗어났는지 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Loss per epoch</source>
        <translation>에폭별 손실</translation>
    </message>
    <message>
        <source>Per epoch</source>
        <translation>에폭별</translation>
    </message>
    <message>
        <source>The mean losses on the training and the test set after each epoch will appear here: where the gap between them grows, the network overfits.</source>
        <translation>에폭이 끝날 때마다 훈련 데이터와 시험 데이터의 평균 손실이 여기에 나타납니다. 둘의 차이가 벌어지는 곳에서 과대적합이 일어납니다.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>The step size of the optimiser will appear here.</source>
        <translation>옵티마이저가 한 번에 움직이는 크기가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>{0}, not from 0</source>
        <translation>{0}, 0부터가 아님</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Smoothing of the loss</source>
        <translation>손실의 이동 평균</translation>
    </message>
    <message>
        <source>The bold line is the average of this many losses</source>
        <translation>굵은 선은 이만큼의 손실을 평균한 값입니다</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Go back to the previous view (Backspace)</source>
        <translation>이전 보기로 돌아가기 (Backspace)</translation>
    </message>
    <message>
        <source>Show the whole training (Home, or double click)</source>
        <translation>학습 전체 보기 (Home 또는 두 번 누르기)</translation>
    </message>
    <message>
        <source>Write the curves to a file</source>
        <translation>곡선을 파일로 저장</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation>수치(CSV)(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Image (PNG)…</source>
        <translation>이미지(PNG)(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Vector image (SVG)…</source>
        <translation>벡터 이미지(SVG)(&amp;V)…</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>이동 평균</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>내보내는 중…</translation>
    </message>
    <message>
        <source>The images look upright: they should not be turned.</source>
        <translation>이미지가 똑바로 되어 있는 것 같습니다. 돌리지 않아야 합니다.</translation>
    </message>
    <message>
        <source>The images look transposed, as EMNIST’s are.</source>
        <translation>이미지가 EMNIST처럼 전치된 것 같습니다.</translation>
    </message>
    <message>
        <source>The images look inverted: black on white.</source>
        <translation>이미지가 흰 바탕에 검은 글씨로 반전된 것 같습니다.</translation>
    </message>
    <message>
        <source>The images look transposed and inverted.</source>
        <translation>이미지가 전치되고 반전된 것 같습니다.</translation>
    </message>
    <message>
        <source>What was noticed about the images</source>
        <translation>이미지에서 발견한 점</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>전치</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>반전</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>전치+반전</translation>
    </message>
    <message>
        <source>Leave as is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Use transposed</source>
        <translation>전치해서 쓰기</translation>
    </message>
    <message>
        <source>Use inverted</source>
        <translation>반전해서 쓰기</translation>
    </message>
    <message>
        <source>Use both</source>
        <translation>둘 다 적용</translation>
    </message>
    <message>
        <source>Read the images another way</source>
        <translation>이미지를 다른 방식으로 읽기</translation>
    </message>
    <message>
        <source>A network that is trained on them as they are misreads what you draw. Choose how to read them.</source>
        <translation>이대로 학습한 신경망은 직접 그린 숫자를 잘못 읽습니다. 이미지를 어떻게 읽을지 고르세요.</translation>
    </message>
    <message>
        <source>{0} of {1} read right</source>
        <translation>{1}장 중 {0}장 맞음</translation>
    </message>
    <message>
        <source>sure of {0} of {1}</source>
        <translation>{1}장 중 {0}장 확신</translation>
    </message>
    <message>
        <source>Not while a network is being trained</source>
        <translation>신경망을 학습하는 동안에는 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>They are left as they are, as you chose.</source>
        <translation>선택한 대로 이미지를 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The images are transposed when they are read, as you chose.</source>
        <translation>선택한 대로 이미지를 읽을 때 전치합니다.</translation>
    </message>
    <message>
        <source>The images are inverted when they are read, as you chose.</source>
        <translation>선택한 대로 이미지를 읽을 때 반전합니다.</translation>
    </message>
    <message>
        <source>The images are transposed and inverted when they are read, as you chose.</source>
        <translation>선택한 대로 이미지를 읽을 때 전치하고 반전합니다.</translation>
    </message>
    <message>
        <source>{0}: fits best</source>
        <translation>{0}: 가장 잘 맞음</translation>
    </message>
    <message>
        <source>The images could not be checked because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 이미지를 검사하지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>There is not enough memory to check the images.</source>
        <translation>이미지를 검사하기에는 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Making synthetic digits: {0} %…</source>
        <translation>합성 숫자를 만드는 중: {0}%…</translation>
    </message>
    <message>
        <source>Loading MNIST…</source>
        <translation>MNIST를 불러오는 중…</translation>
    </message>
    <message>
        <source>Loading images: {0} of {1}…</source>
        <translation>이미지를 불러오는 중: {1}장 중 {0}장…</translation>
    </message>
    <message>
        <source>Loading your images…</source>
        <translation>이미지를 불러오는 중…</translation>
    </message>
    <message>
        <source>Training images and test images</source>
        <translation>훈련 이미지와 시험 이미지</translation>
    </message>
    <message>
        <source>What is wrong with the files</source>
        <translation>파일의 문제점</translation>
    </message>
    <message>
        <source>Compare the ways to read them</source>
        <translation>읽는 방식 비교</translation>
    </message>
    <message>
        <source>Compare the ways to read the images</source>
        <translation>이미지를 읽는 방식 비교</translation>
    </message>
    <message>
        <source>Training images and test images: the files have none to test with, so 1 in 7 was held out</source>
        <translation>훈련 이미지와 시험 이미지: 파일에 시험 이미지가 없어 7장 중 1장을 떼어 두었습니다</translation>
    </message>
    <message>
        <source>{0} training digits, {1} test digits</source>
        <translation>훈련 숫자 {0}, 시험 숫자 {1}</translation>
    </message>
    <message>
        <source>Samples of</source>
        <translation>샘플 보기</translation>
    </message>
    <message>
        <source>No faults were found.</source>
        <translation>문제를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Faults in the files</source>
        <translation>파일의 문제점</translation>
    </message>
    <message>
        <source>Show others</source>
        <translation>다른 샘플</translation>
    </message>
    <message>
        <source>Show other images</source>
        <translation>다른 이미지 보기</translation>
    </message>
    <message>
        <source>The training images appear here once they are loaded.</source>
        <translation>훈련 이미지를 다 불러오면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>{0}, images of {1}</source>
        <translation>{0}, {1}의 이미지</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>no</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Sample images of each digit</source>
        <translation>숫자별 샘플 이미지</translation>
    </message>
    <message>
        <source>{0}: image {1} of {2}</source>
        <translation>{0}: {2}장 중 {1}번째 이미지</translation>
    </message>
    <message>
        <source>{0}, transposed</source>
        <translation>{0}, 전치</translation>
    </message>
    <message>
        <source>{0}, inverted</source>
        <translation>{0}, 반전</translation>
    </message>
    <message>
        <source>{0}, transposed and inverted</source>
        <translation>{0}, 전치와 반전</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation>합성 숫자</translation>
    </message>
    <message>
        <source>Folder “{0}”</source>
        <translation>폴더 “{0}”</translation>
    </message>
    <message>
        <source>File “{0}”</source>
        <translation>파일 “{0}”</translation>
    </message>
    <message>
        <source>IDX “{0}”</source>
        <translation>IDX “{0}”</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>A folder with folders 0 to 9, and in each the images of that digit; or a folder of data files</source>
        <translation>0부터 9까지 이름 붙인 폴더에 그 숫자의 이미지를 넣어 둔 폴더, 또는 데이터 파일이 있는 폴더</translation>
    </message>
    <message>
        <source>Images with labels: CSV as from Kaggle, MNIST&apos;s IDX files, mnist.npz or mnist.pkl, compressed or not</source>
        <translation>레이블이 있는 이미지: Kaggle의 CSV, MNIST의 IDX 파일, mnist.npz, mnist.pkl, 압축 여부 무관</translation>
    </message>
    <message>
        <source>A folder of images…</source>
        <translation>이미지 폴더…</translation>
    </message>
    <message>
        <source>A data file…</source>
        <translation>데이터 파일…</translation>
    </message>
    <message>
        <source>{0} of {1} MB</source>
        <translation>{0} / {1} MB</translation>
    </message>
    <message>
        <source>Loading the images</source>
        <translation>이미지 불러오기</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>불러오기 취소</translation>
    </message>
    <message>
        <source>Download of MNIST</source>
        <translation>MNIST 내려받기</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>내려받기 취소</translation>
    </message>
    <message>
        <source>The images are being loaded: one moment.</source>
        <translation>이미지를 불러오는 중입니다. 잠시만 기다리세요.</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet: download it, or choose the synthetic digits.</source>
        <translation>이 컴퓨터에 아직 MNIST가 없습니다. 내려받거나 합성 숫자를 고르세요.</translation>
    </message>
    <message>
        <source>Loading “{0}”…</source>
        <translation>불러오는 중: “{0}”…</translation>
    </message>
    <message>
        <source>Handwritten digits, as in the book.</source>
        <translation>책에서 쓰는 손글씨 숫자입니다.</translation>
    </message>
    <message>
        <source>Digits that Digit Lab generates.</source>
        <translation>Digit Lab이 만들어 내는 숫자입니다.</translation>
    </message>
    <message>
        <source>A folder with the folders 0 to 9</source>
        <translation>0부터 9까지의 폴더가 있는 폴더</translation>
    </message>
    <message>
        <source>A file of images with labels</source>
        <translation>레이블이 있는 이미지 파일</translation>
    </message>
    <message>
        <source>MNIST is being downloaded…</source>
        <translation>MNIST를 내려받는 중…</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet.</source>
        <translation>이 컴퓨터에 아직 MNIST가 없습니다.</translation>
    </message>
    <message>
        <source>The images could not be loaded because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 이미지를 불러오지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>There is not enough memory for these images: choose fewer.</source>
        <translation>이 이미지를 불러오기에는 메모리가 부족합니다. 더 적게 고르세요.</translation>
    </message>
    <message>
        <source>Data files ({0})</source>
        <translation>데이터 파일 ({0})</translation>
    </message>
    <message>
        <source>{0} predicted as {1}</source>
        <translation>정답 {0}, 예측 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} images ({3})</source>
        <translation>{0}: 이미지 {2}장 중 {1}장 ({3})</translation>
    </message>
    <message>
        <source>{0} predicted correctly</source>
        <translation>정답 {0}, 바르게 예측</translation>
    </message>
    <message>
        <source>There is no {0} among the images.</source>
        <translation>정답이 {0}인 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Rows: true labels. Columns: predicted labels. The arrow keys move, Enter selects.</source>
        <translation>행: 정답 레이블. 열: 예측. 화살표 키로 옮겨 다니고 Enter로 선택합니다.</translation>
    </message>
    <message>
        <source>true</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>predicted as</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Select a run to see which digits its network confuses.</source>
        <translation>학습 기록을 선택하면 그 신경망이 어떤 숫자를 혼동하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Loading the network…</source>
        <translation>신경망을 불러오는 중…</translation>
    </message>
    <message>
        <source>The errors will appear here.</source>
        <translation>오답이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>correct so far; {0} of {1} predicted</source>
        <translation>정확도 (진행 중: {1}장 중 {0}장 예측)</translation>
    </message>
    <message>
        <source>Cancelled before the first image.</source>
        <translation>첫 이미지 전에 취소했습니다.</translation>
    </message>
    <message>
        <source>correct; cancelled after {0} of {1}</source>
        <translation>정확도 ({1}장 중 {0}장까지 예측하고 취소)</translation>
    </message>
    <message>
        <source>correct: {0} of {1}</source>
        <translation>정답: {1}장 중 {0}장</translation>
    </message>
    <message>
        <source>There are no images to predict.</source>
        <translation>예측할 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>This run has no weights yet.</source>
        <translation>이 학습 기록에는 아직 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>All errors</source>
        <translation>모든 오답</translation>
    </message>
    <message>
        <source>Open in Draw</source>
        <translation>그리기에서 열기</translation>
    </message>
    <message>
        <source>Open the image in the drawing tab</source>
        <translation>이미지를 그리기 탭에서 열기</translation>
    </message>
    <message>
        <source>No errors: every image was predicted correctly.</source>
        <translation>오답이 없습니다. 모든 이미지를 바르게 예측했습니다.</translation>
    </message>
    <message>
        <source>No {0} was predicted as {1}.</source>
        <translation>정답 {0}, 예측 {1}: 해당하는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Probabilities of the selected image</source>
        <translation>선택한 이미지의 확률</translation>
    </message>
    <message>
        <source>Click: its probabilities. Double click: open it in Draw.</source>
        <translation>누르기: 확률 보기. 두 번 누르기: 그리기에서 열기.</translation>
    </message>
    <message>
        <source>the most confident first</source>
        <translation>확신도가 높은 것부터</translation>
    </message>
    <message>
        <source>the least confident first</source>
        <translation>확신도가 낮은 것부터</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>아직 없습니다.</translation>
    </message>
    <message>
        <source>{0}
Image {1} of {2}</source>
        <translation>{0}
이미지 {1}, 데이터: {2}</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>the dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Checkpoint of the training</source>
        <translation>학습의 체크포인트</translation>
    </message>
    <message>
        <source>In the cells</source>
        <translation>칸에 표시할 것</translation>
    </message>
    <message>
        <source>Cancel the prediction, or resume it</source>
        <translation>예측을 취소하거나 이어서 진행</translation>
    </message>
    <message>
        <source>Progress of the prediction</source>
        <translation>예측 진행률</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>퍼센트</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Point at a cell for its counts; click it to see its images.</source>
        <translation>칸을 가리키면 개수가, 누르면 그 이미지가 나타납니다.</translation>
    </message>
    <message>
        <source>The prediction ended by an error in the program ({0}). The details are in the log.</source>
        <translation>프로그램 오류로 예측이 끝났습니다({0}). 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: close other programs, and try again.</source>
        <translation>이 신경망을 쓰기에는 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>“{0}” has no weights yet: they come with its first epoch.</source>
        <translation>“{0}” 기록에는 아직 가중치가 없습니다. 첫 에폭이 끝나면 생깁니다.</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Each image is changed a little each time it is used: the network learns more from it.</source>
        <translation>이미지를 쓸 때마다 조금씩 바꿉니다. 신경망이 그 이미지에서 더 많이 배웁니다.</translation>
    </message>
    <message>
        <source>Augmented images</source>
        <translation>데이터 확장을 한 이미지</translation>
    </message>
    <message>
        <source>{0} digits, and below each an augmented one</source>
        <translation>숫자 {0}개, 아래는 각각 데이터 확장을 한 이미지</translation>
    </message>
    <message>
        <source>Data augmentation</source>
        <translation>데이터 확장</translation>
    </message>
    <message>
        <source>Originals, and augmented below</source>
        <translation>원본, 아래는 확장한 것</translation>
    </message>
    <message>
        <source>Undo the last change of a setting (Ctrl+Z)</source>
        <translation>마지막으로 바꾼 설정 취소 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo the change of a setting (Ctrl+Y)</source>
        <translation>취소한 설정 다시 적용 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>{0}, {1} iterations per epoch</source>
        <translation>{0}, 에폭당 반복 {1}회</translation>
    </message>
    <message>
        <source>{0}, accuracies measured on {1} digits</source>
        <translation>{0}, 정확도는 숫자 {1}개로 측정</translation>
    </message>
    <message>
        <source>{0}, temperature {1}</source>
        <translation>{0}, 온도 {1}</translation>
    </message>
    <message>
        <source>{0} must be {1}.</source>
        <translation>{0}: {1} 범위의 값이어야 합니다.</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>약 {0}</translation>
    </message>
    <message>
        <source>There are too few images for a validation split.</source>
        <translation>검증 데이터를 떼어 두기에는 이미지가 너무 적습니다.</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>시간에 따른 학습률</translation>
    </message>
    <message>
        <source>From {0} to {1} over {2}</source>
        <translation>{0}에서 {1}까지, {2} 동안</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Epochs or iterations</source>
        <translation>에폭 또는 반복</translation>
    </message>
    <message>
        <source>The unit of the training&apos;s length</source>
        <translation>학습 길이의 단위</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Train for</source>
        <translation>학습 길이</translation>
    </message>
    <message>
        <source>fix the highlighted fields</source>
        <translation>강조된 칸을 고치세요</translation>
    </message>
    <message>
        <source>Load settings</source>
        <translation>설정 불러오기</translation>
    </message>
    <message>
        <source>Settings ({0})</source>
        <translation>설정 ({0})</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>설정 저장</translation>
    </message>
    <message>
        <source>A part of the images is held out and evaluated after each epoch; the best weights are kept.</source>
        <translation>이미지 일부를 떼어 두고 에폭마다 평가합니다. 가장 좋은 가중치를 남깁니다.</translation>
    </message>
    <message>
        <source>Few images, or wrong labels, which the network then memorises: the test loss rises again.</source>
        <translation>이미지가 적거나 레이블이 틀리면 신경망이 그것을 외워 버립니다. 시험 데이터의 손실이 다시 커집니다.</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과대적합</translation>
    </message>
    <message>
        <source>What will be trained</source>
        <translation>무엇을 학습하는가</translation>
    </message>
    <message>
        <source>Fix the highlighted fields to see what will be trained.</source>
        <translation>강조된 칸을 고치면 무엇을 학습하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Fix the highlighted layers to see what will be trained.</source>
        <translation>강조된 계층을 고치면 무엇을 학습하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Last hidden layer</source>
        <translation>마지막 은닉층</translation>
    </message>
    <message>
        <source>The digit that is pointed at</source>
        <translation>가리킨 숫자</translation>
    </message>
    <message>
        <source>Open on the canvas</source>
        <translation>캔버스에서 열기</translation>
    </message>
    <message>
        <source>★ is your drawing. Point at a digit to see it, click it to open it.</source>
        <translation>★ 표시는 내 그림입니다. 숫자를 가리키면 보이고, 누르면 열립니다.</translation>
    </message>
    <message>
        <source>Computing the map…</source>
        <translation>분포도를 계산하는 중…</translation>
    </message>
    <message>
        <source>{0} test digits, {1} activations each. The two axes show {2} % of their variance.</source>
        <translation>시험 숫자 {0}개, 활성화값 {1}개씩. 두 축이 분산의 {2}%를 나타냅니다.</translation>
    </message>
    <message>
        <source>True label {0}</source>
        <translation>정답 레이블 {0}</translation>
    </message>
    <message>
        <source>The map could not be computed because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 분포도를 계산하지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>There is not enough memory for the map of this network.</source>
        <translation>이 신경망의 분포도를 계산하기에는 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Test digit {0}, true label {1}</source>
        <translation>시험 숫자 {0}, 정답 레이블 {1}</translation>
    </message>
    <message>
        <source>Map of the test digits</source>
        <translation>시험 숫자의 분포도</translation>
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
        <translation>표준편차</translation>
    </message>
    <message>
        <source>A fully connected (dense) layer: y = x W + b.</source>
        <translation>완전연결 계층(Affine 계층): y = x W + b.</translation>
    </message>
    <message>
        <source>Each filter slides over the image and gives one output channel.</source>
        <translation>필터마다 이미지 위를 훑어 출력 채널 하나를 만듭니다.</translation>
    </message>
    <message>
        <source>The largest value of each small square: the image gets smaller.</source>
        <translation>작은 사각형마다 가장 큰 값을 남깁니다. 이미지가 작아집니다.</translation>
    </message>
    <message>
        <source>max(0, x) of each value.</source>
        <translation>각 값에 max(0, x)를 적용합니다.</translation>
    </message>
    <message>
        <source>1 / (1 + exp(−x)) of each value.</source>
        <translation>각 값에 1 / (1 + exp(−x))를 적용합니다.</translation>
    </message>
    <message>
        <source>The hyperbolic tangent of each value, from −1 to 1.</source>
        <translation>각 값의 쌍곡탄젠트입니다. −1에서 1까지.</translation>
    </message>
    <message>
        <source>Normalises each channel to mean 0, variance 1.</source>
        <translation>채널마다 평균 0, 분산 1로 정규화합니다.</translation>
    </message>
    <message>
        <source>Sets random outputs to 0 in training, so that none depends on another.</source>
        <translation>학습할 때 무작위로 고른 출력을 0으로 만들어, 어느 하나에 의존하지 않게 합니다.</translation>
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
        <translation>뉴런</translation>
    </message>
    <message>
        <source>The size of the output</source>
        <translation>출력의 크기</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>The channels of the output</source>
        <translation>출력의 채널 수</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Width and height, in pixels</source>
        <translation>너비와 높이(픽셀)</translation>
    </message>
    <message>
        <source>How far a filter moves at each step, in pixels</source>
        <translation>필터가 한 번에 움직이는 거리(픽셀)</translation>
    </message>
    <message>
        <source>How many zeros are added on each side of the image</source>
        <translation>이미지의 각 변에 더하는 0의 개수</translation>
    </message>
    <message>
        <source>Weight initialisation</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>How W is initialised; b starts at 0</source>
        <translation>W의 초깃값을 정하는 방법. b는 0에서 시작</translation>
    </message>
    <message>
        <source>The standard deviation of the initial weights</source>
        <translation>가중치 초깃값의 표준편차</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>The fraction of the outputs that are set to 0 in training: from 0 to below 1</source>
        <translation>학습할 때 0으로 만드는 출력의 비율: 0 이상 1 미만</translation>
    </message>
    <message>
        <source>A {0} layer takes images; after an Affine layer there are only vectors: move it up.</source>
        <translation>{0} 계층은 이미지를 받습니다. Affine 계층 뒤에는 벡터뿐이니 위로 옮기세요.</translation>
    </message>
    <message>
        <source>Fix the highlighted layers to see the total.</source>
        <translation>강조된 계층을 고치면 합계가 나타납니다.</translation>
    </message>
    <message>
        <source>{0}
{1} layers: there can be no more.</source>
        <translation>{0}
계층 {1}개: 더 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>{0}: write a whole number, such as {1}.</source>
        <translation>{0}: {1}처럼 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>{0}: write a number, such as {1}.</source>
        <translation>{0}: {1}처럼 수를 입력하세요.</translation>
    </message>
    <message>
        <source>An image with one channel: pixels from 0 to 1, white ink on black.</source>
        <translation>채널이 하나인 이미지: 픽셀은 0부터 1까지, 검은 바탕에 흰 글씨.</translation>
    </message>
    <message>
        <source>A vector of pixels from 0 to 1, white ink on black.</source>
        <translation>픽셀 벡터: 0부터 1까지, 검은 바탕에 흰 글씨.</translation>
    </message>
    <message>
        <source>10 digits</source>
        <translation>숫자 10개</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>출력 {0}</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>매개변수 {0}개</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>신경망의 계층</translation>
    </message>
    <message>
        <source>Network to start from</source>
        <translation>바탕으로 쓸 신경망</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>계층 추가</translation>
    </message>
    <message>
        <source>After the selected one, or at the end (Insert)</source>
        <translation>선택한 계층 다음에, 또는 맨 끝에 추가 (Insert)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>위로 (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>아래로 (Alt+Down)</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>삭제 (Delete)</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>실행 취소 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>다시 실행 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>The weights of epoch {0}, the best on the validation split, are kept.</source>
        <translation>검증 데이터에서 가장 좋았던 에폭 {0}의 가중치를 남겼습니다.</translation>
    </message>
    <message>
        <source>Done in {0} s. {1}</source>
        <translation>{0}초 만에 끝났습니다. {1}</translation>
    </message>
    <message>
        <source>{0} The drawing tab predicts with this network now.</source>
        <translation>{0} 이제 그리기 탭은 이 신경망으로 예측합니다.</translation>
    </message>
    <message>
        <source>Done in {0} s.</source>
        <translation>{0}초 만에 끝났습니다.</translation>
    </message>
    <message>
        <source>Paused. {0}</source>
        <translation>일시 정지. {0}</translation>
    </message>
    <message>
        <source>Training on the {0}.</source>
        <translation>학습하는 데이터: {0}.</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} It has learned almost nothing. More epochs may help.</source>
        <translation>{0} 거의 배우지 못했습니다. 에폭을 늘리면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>{0} The network keeps what it has learned.</source>
        <translation>{0} 신경망은 배운 것을 그대로 지닙니다.</translation>
    </message>
    <message>
        <source>Stopped before anything was learned.</source>
        <translation>아무것도 배우기 전에 중지했습니다.</translation>
    </message>
    <message>
        <source>Paused. The network stays as it is: draw a digit to try it, then resume.</source>
        <translation>일시 정지. 신경망은 그대로 있습니다. 숫자를 그려 시험해 보고 이어서 학습하세요.</translation>
    </message>
    <message>
        <source>MNIST training set, {0} digits</source>
        <translation>MNIST 훈련 데이터, 숫자 {0}개</translation>
    </message>
    <message>
        <source>{0} synthetic digits</source>
        <translation>합성 숫자 {0}개</translation>
    </message>
    <message>
        <source>All iterations are done: measuring the accuracy on the whole test set…</source>
        <translation>반복을 모두 마쳤습니다. 시험 데이터 전체로 정확도를 재는 중…</translation>
    </message>
    <message>
        <source>Try a smaller learning rate.</source>
        <translation>학습률을 더 작게 해 보세요.</translation>
    </message>
    <message>
        <source>The loss diverged. {0}</source>
        <translation>손실이 발산했습니다. {0}</translation>
    </message>
    <message>
        <source>{0} images of your own</source>
        <translation>내 이미지 {0}장</translation>
    </message>
    <message>
        <source>{0} iterations/s · {1} images/s</source>
        <translation>초당 반복 {0}회 · 초당 이미지 {1}장</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>{0}시간 {1}분 남음</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>에폭 {0} / {1}</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>{0}초 남음</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>{0}분 남음</translation>
    </message>
    <message>
        <source>Iteration {0} of {1}</source>
        <translation>반복 {0} / {1}</translation>
    </message>
    <message>
        <source>Exported “{0}” to “{1}”.</source>
        <translation>내보냈습니다. 학습 기록: “{0}”, 파일: “{1}”.</translation>
    </message>
    <message>
        <source>Exported the settings of “{0}” to “{1}”.</source>
        <translation>설정을 내보냈습니다. 학습 기록: “{0}”, 파일: “{1}”.</translation>
    </message>
    <message>
        <source>Imported {0}.</source>
        <translation>가져왔습니다: {0}.</translation>
    </message>
    <message>
        <source>The settings of “{0}” cannot be exported: its images are on another computer.</source>
        <translation>“{0}” 기록의 설정은 내보낼 수 없습니다. 이미지가 다른 컴퓨터에 있습니다.</translation>
    </message>
    <message>
        <source>{0} What you typed is kept, and stored as soon as that is possible.</source>
        <translation>{0} 입력한 내용은 보관했다가 가능해지면 바로 저장합니다.</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>학습 기록의 이름</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Shown in the plots, in this colour</source>
        <translation>그래프에 이 색으로 표시됩니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Double click or F2 to rename</source>
        <translation>두 번 누르거나 F2를 눌러 이름 바꾸기</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>When the training started</source>
        <translation>학습을 시작한 때</translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation>오늘 {0}</translation>
    </message>
    <message>
        <source>The network&apos;s layers</source>
        <translation>신경망의 계층</translation>
    </message>
    <message>
        <source>The dataset it was trained on</source>
        <translation>학습에 쓴 데이터셋</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Epochs done, of how many</source>
        <translation>마친 에폭 / 전체 에폭</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Accuracy on the test set</source>
        <translation>시험 데이터의 정확도</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>How long it was trained</source>
        <translation>학습한 시간</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The status of the training</source>
        <translation>학습의 상태</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Settings in which the shown runs differ</source>
        <translation>표시한 학습 기록에서 서로 다른 설정</translation>
    </message>
    <message>
        <source>Show two or more runs in the plots to compare their settings here.</source>
        <translation>학습 기록을 둘 이상 그래프에 표시하면 여기서 설정을 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>Loss gap</source>
        <translation>손실 차이</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>Note about the run</source>
        <translation>학습 기록에 대한 메모</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>메모 쓰기…</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>아래에 보일 것</translation>
    </message>
    <message>
        <source>Settings and scores of the run</source>
        <translation>학습 기록의 설정과 점수</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>이 기록</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>No run is selected.</source>
        <translation>선택한 학습 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>학습 기록 거르기</translation>
    </message>
    <message>
        <source>Filter by name, network, settings, data, status or note</source>
        <translation>이름, 신경망, 설정, 데이터, 상태, 메모로 거르기</translation>
    </message>
    <message>
        <source>No run contains “{0}”.</source>
        <translation>“{0}” 검색 결과가 없습니다.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation>{0}분 전</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>yyyy년 M월 d일 HH:mm</translation>
    </message>
    <message>
        <source>{0} It was imported from a file.</source>
        <translation>{0} 파일에서 가져온 기록입니다.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>It is being trained.</source>
        <translation>학습 중입니다.</translation>
    </message>
    <message>
        <source>It was paused at epoch {0} of {1} and can be resumed.</source>
        <translation>에폭 {0} / {1}에서 일시 정지했습니다. 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>It was interrupted at epoch {0} of {1}: the program ended unexpectedly.</source>
        <translation>에폭 {0} / {1}에서 중단되었습니다. 프로그램이 예기치 않게 끝났습니다.</translation>
    </message>
    <message>
        <source>It was stopped at epoch {0} of {1}.</source>
        <translation>에폭 {0} / {1}에서 중지했습니다.</translation>
    </message>
    <message>
        <source>The training was completed.</source>
        <translation>학습을 마쳤습니다.</translation>
    </message>
    <message>
        <source>Its loss diverged: a smaller learning rate may help.</source>
        <translation>손실이 발산했습니다. 학습률을 줄이면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>It was ended by an error at epoch {0} of {1}.</source>
        <translation>에폭 {0} / {1}에서 오류로 끝났습니다.</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>The training “{0}” was interrupted at epoch {1} of {2}.</source>
        <translation>“{0}” 학습이 에폭 {1} / {2}에서 중단되었습니다.</translation>
    </message>
    <message>
        <source>{0} It has no checkpoint yet: resuming starts it again.</source>
        <translation>{0} 아직 체크포인트가 없어서, 이어서 학습하면 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>It stays in the list of runs and can be resumed there</source>
        <translation>학습 기록 목록에 남으며, 그곳에서 이어서 학습할 수 있습니다</translation>
    </message>
    <message>
        <source>The current training is in the plots. Keep it there when another one starts (Space)</source>
        <translation>지금의 학습이 그래프에 표시되어 있습니다. 다른 학습을 시작해도 남겨 둡니다 (Space)</translation>
    </message>
    <message>
        <source>current training</source>
        <translation>지금의 학습</translation>
    </message>
    <message>
        <source>Hide it from the plots (Space)</source>
        <translation>그래프에서 숨기기 (Space)</translation>
    </message>
    <message>
        <source>Show it in the plots (Space)</source>
        <translation>그래프에 표시 (Space)</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>표시됨</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>An imported run cannot be resumed</source>
        <translation>가져온 학습 기록은 이어서 학습할 수 없습니다</translation>
    </message>
    <message>
        <source>It ended before its first checkpoint</source>
        <translation>첫 체크포인트 전에 끝났습니다</translation>
    </message>
    <message>
        <source>&amp;Use these weights</source>
        <translation>이 가중치 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Predict drawings with the network of this run</source>
        <translation>이 학습 기록의 신경망으로 그림 예측</translation>
    </message>
    <message>
        <source>&amp;Train again with these settings</source>
        <translation>이 설정으로 다시 학습(&amp;T)</translation>
    </message>
    <message>
        <source>Fill in the form with the settings of this run</source>
        <translation>이 학습 기록의 설정으로 양식 채우기</translation>
    </message>
    <message>
        <source>Continue the training from its last checkpoint</source>
        <translation>마지막 체크포인트부터 이어서 학습</translation>
    </message>
    <message>
        <source>&amp;Show errors</source>
        <translation>오답 보기(&amp;S)</translation>
    </message>
    <message>
        <source>Show the test images that this run predicts wrongly</source>
        <translation>이 학습 기록의 신경망이 틀리게 예측한 시험 이미지 보기</translation>
    </message>
    <message>
        <source>Show &amp;layers</source>
        <translation>계층 보기(&amp;L)</translation>
    </message>
    <message>
        <source>Show the activations and gradients of each layer at the epochs of this run</source>
        <translation>이 학습 기록의 에폭마다 각 계층의 활성화값과 기울기 보기</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation>학습 기록의 이름 바꾸기</translation>
    </message>
    <message>
        <source>Show in the &amp;plots</source>
        <translation>그래프에 표시(&amp;P)</translation>
    </message>
    <message>
        <source>Show the curves of the run, or hide them</source>
        <translation>학습 기록의 곡선을 표시하거나 숨기기</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the run into one file: settings, curves and weights</source>
        <translation>학습 기록을 파일 하나로 저장: 설정, 곡선, 가중치</translation>
    </message>
    <message>
        <source>Export &amp;settings…</source>
        <translation>설정 내보내기(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the settings into a file that can be read, changed and trained with</source>
        <translation>읽고 고쳐서 학습에 쓸 수 있는 파일로 설정 저장</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Add runs that were exported</source>
        <translation>내보낸 학습 기록 추가</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the run; this can be undone</source>
        <translation>학습 기록 삭제. 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation>먼저 학습 기록을 선택하세요</translation>
    </message>
    <message>
        <source>This run has no weights</source>
        <translation>이 학습 기록에는 가중치가 없습니다</translation>
    </message>
    <message>
        <source>Select a single run</source>
        <translation>학습 기록을 하나만 선택하세요</translation>
    </message>
    <message>
        <source>It is being trained</source>
        <translation>학습 중입니다</translation>
    </message>
    <message>
        <source>Its training is complete</source>
        <translation>학습이 끝났습니다</translation>
    </message>
    <message>
        <source>Its loss diverged: train again with a smaller learning rate</source>
        <translation>손실이 발산했습니다. 학습률을 줄여 다시 학습하세요</translation>
    </message>
    <message>
        <source>It is being trained: stop it first</source>
        <translation>학습 중입니다. 먼저 중지하세요</translation>
    </message>
    <message>
        <source>Every training is kept here, with its curves and weights. Train a network to start.</source>
        <translation>모든 학습이 곡선, 가중치와 함께 여기에 보관됩니다. 신경망을 학습해 보세요.</translation>
    </message>
    <message>
        <source>At most {0} runs can be in the plots at once: hide one first.</source>
        <translation>그래프에는 학습 기록을 {0}개까지 표시할 수 있습니다. 먼저 하나를 숨기세요.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Restore what was deleted (Ctrl+Z)</source>
        <translation>삭제한 것 되살리기 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Delete the runs that cannot be read. This cannot be undone.</source>
        <translation>읽을 수 없는 학습 기록을 삭제합니다. 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>학습 기록 내보내기</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>설정 내보내기</translation>
    </message>
    <message>
        <source>Import runs</source>
        <translation>학습 기록 가져오기</translation>
    </message>
    <message>
        <source>Deleted {0}.</source>
        <translation>삭제했습니다: {0}.</translation>
    </message>
    <message>
        <source>Training runs (*.zip)</source>
        <translation>학습 기록 (*.zip)</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>설정 (*.toml)</translation>
    </message>
    <message>
        <source>{0}, {1} of {2} epochs in {3}</source>
        <translation>{0}, {2}에폭 중 {1}에폭, {3}</translation>
    </message>
    <message>
        <source>Layer {0}, {1}: {2}</source>
        <translation>계층 {0}, {1}: {2}</translation>
    </message>
    <message>
        <source>Not evaluated yet.</source>
        <translation>아직 평가하지 않았습니다.</translation>
    </message>
    <message>
        <source>started {0}</source>
        <translation>시작 {0}</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation>데이터의 지문</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>training set {0} at epoch {1}</source>
        <translation>훈련 데이터 {0}(에폭 {1})</translation>
    </message>
    <message>
        <source>imported from a file</source>
        <translation>파일에서 가져옴</translation>
    </message>
    <message>
        <source>validation split {0}</source>
        <translation>검증 데이터 {0}</translation>
    </message>
    <message>
        <source>test set {0}</source>
        <translation>시험 데이터 {0}</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>열(&amp;C)</translation>
    </message>
    <message>
        <source>{0} (no room)</source>
        <translation>{0} (자리 없음)</translation>
    </message>
    <message>
        <source>{0}, trained here</source>
        <translation>{0}, 여기서 학습함</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>사용법: </translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>위치 인수</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>이 도움말을 표시하고 끝냅니다</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>인수 %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>알 수 없는 인수: %s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>다음 인수가 필요합니다: %s</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>다음 인수 중 하나가 필요합니다: %s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>다음 인수와 함께 쓸 수 없습니다: %s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>값이 하나 필요합니다</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>값이 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>값을 받지 않는 옵션에 값을 주었습니다: %r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>잘못된 값: %(value)r (다음 중에서 고르세요: %(choices)s)</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>모호한 옵션: %(option)s (다음 중 하나일 수 있습니다: %(matches)s)</translation>
    </message>
    <message>
        <source>{0}: {1} (see --help)</source>
        <translation>{0}: {1} (--help를 보세요)</translation>
    </message>
    <message>
        <source>not sure, perhaps {0} ({1:.1%})</source>
        <translation>불확실함, 아마도 {0} ({1:.1%})</translation>
    </message>
    <message>
        <source>accuracy {0:.4f} of {1:,}, calibration error {2:.4f}, {3:.2f} s</source>
        <translation>정확도 {0:.4f}({1:,}개), 보정 오차 {2:.4f}, {3:.2f}초</translation>
    </message>
    <message>
        <source>all digits are about equally likely</source>
        <translation>모든 숫자의 확률이 거의 같음</translation>
    </message>
    <message>
        <source>MNIST is in {0}</source>
        <translation>MNIST 위치: {0}</translation>
    </message>
    <message>
        <source>{0}: {1:,} of {2:,} predicted wrongly</source>
        <translation>{0}: {2:,}개 중 {1:,}개 오답</translation>
    </message>
    <message>
        <source>{0}: not sure of digit {1}: {2}, {3} digits ({4:.1%})</source>
        <translation>{0}: {2}, 숫자 {3}개 ({4:.1%}), 불확실한 것은 {1}번째</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} digits ({3:.1%})</source>
        <translation>{0}: {1}, 숫자 {2}개 ({3:.1%})</translation>
    </message>
    <message>
        <source>digit {0}: {1}</source>
        <translation>{0}번째 숫자: {1}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>epoch {0:6.2f}: {1}</source>
        <translation>에폭 {0:6.2f}: {1}</translation>
    </message>
    <message>
        <source>loss {0:.4f}</source>
        <translation>손실 {0:.4f}</translation>
    </message>
    <message>
        <source>Start again with a smaller learning rate.</source>
        <translation>학습률을 줄여서 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The log “{0}” cannot be written: {1}.</source>
        <translation>로그 “{0}” 파일을 쓸 수 없습니다: {1}.</translation>
    </message>
    <message>
        <source>warning: {0}</source>
        <translation>경고: {0}</translation>
    </message>
    <message>
        <source>it</source>
        <translation>회</translation>
    </message>
    <message>
        <source>Digit Lab is in the menu of your desktop now; its files are in “{0}”.</source>
        <translation>Digit Lab을 데스크톱 메뉴에 추가했습니다. 추가한 파일의 위치: “{0}”</translation>
    </message>
    <message>
        <source>Digit Lab is no longer in the menu of your desktop.</source>
        <translation>Digit Lab을 데스크톱 메뉴에서 제거했습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory: choose a smaller network or batch.</source>
        <translation>메모리가 부족합니다. 더 작은 신경망이나 배치 크기를 고르세요.</translation>
    </message>
    <message>
        <source>There is no image in the folder “{0}”: only files directly in it are used.</source>
        <translation>“{0}” 폴더에 이미지가 없습니다. 폴더 바로 아래에 있는 파일만 사용합니다.</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>“{0}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>“{0}” 파일을 읽을 수 없습니다: {1}.</translation>
    </message>
    <message>
        <source>transposed, as EMNIST’s are</source>
        <translation>EMNIST처럼 전치됨</translation>
    </message>
    <message>
        <source>inverted: black on white, where digits are white on black</source>
        <translation>반전됨(숫자는 검은 바탕에 흰색인데, 흰 바탕에 검은색)</translation>
    </message>
    <message>
        <source>transposed and inverted</source>
        <translation>전치·반전</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>전치</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>반전</translation>
    </message>
    <message>
        <source>Use {0} instead of {1}.</source>
        <translation>{1} 대신 {0} 옵션을 쓰세요.</translation>
    </message>
    <message numerus="yes">
        <source>and %n problem(s) more</source>
        <translation>
            <numerusform>그 밖의 문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>there are no test images: of {0:,} images, {1:,} (one in seven of each digit) are held out for the test</source>
        <translation>시험 이미지가 없습니다. 이미지 {0:,}장 가운데 {1:,}장(숫자마다 7장 중 1장)을 시험에 쓰려고 떼어 둡니다</translation>
    </message>
    <message>
        <source>there are too few images to see whether they are upright and white on black: they are left as they are</source>
        <translation>이미지가 너무 적어서, 똑바로 되어 있는지 또 검은 바탕에 흰 글씨인지 알 수 없습니다. 그대로 둡니다</translation>
    </message>
    <message>
        <source>of {0} images read {1}, the shipped network is sure of {2}, and no other way fits clearly better: they may be rotated, or no digits. They are left as they are</source>
        <translation>읽는 방식({1})으로 이미지 {0}장을 읽으면 기본 제공 신경망이 {2}장을 확신합니다. 뚜렷하게 더 나은 방식이 없습니다. 돌아가 있거나 숫자가 아닐 수 있습니다. 그대로 둡니다</translation>
    </message>
    <message>
        <source>better {0}</source>
        <translation>{0}(더 잘 맞음)</translation>
    </message>
    <message>
        <source>the images look {0}: of {1}, the shipped network reads {2} as they are labelled when they are read {3}, and {4} {5}.</source>
        <translation>이미지가 다음 상태로 보입니다: {0}. 기본 제공 신경망이 {1}장 가운데 레이블대로 읽는 이미지는 {3}일 때 {2}장, {5}일 때 {4}장입니다.</translation>
    </message>
    <message>
        <source>the images look {0}: of {1}, the shipped network is sure of {2} when they are read {3}, and {4} {5}.</source>
        <translation>이미지가 다음 상태로 보입니다: {0}. 기본 제공 신경망이 {1}장 가운데 확신하는 이미지는 {3}일 때 {2}장, {5}일 때 {4}장입니다.</translation>
    </message>
    <message>
        <source>Add {0} to correct them, or {1} to keep them without this warning.</source>
        <translation>바로잡으려면 {0} 옵션을, 경고 없이 그대로 두려면 {1} 옵션을 붙이세요.</translation>
    </message>
    <message>
        <source>Omit {0}.</source>
        <translation>{0} 옵션을 빼세요.</translation>
    </message>
    <message>
        <source>of {0} images read {1}, the shipped network reads {2} as they are labelled, and no other way fits clearly better: they may be rotated, or no digits. They are left as they are</source>
        <translation>읽는 방식({1})으로 이미지 {0}장을 읽으면 기본 제공 신경망이 {2}장을 레이블대로 읽습니다. 뚜렷하게 더 나은 방식이 없습니다. 돌아가 있거나 숫자가 아닐 수 있습니다. 그대로 둡니다</translation>
    </message>
    <message>
        <source> images</source>
        <translation>장</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>the images were not checked: {0}</source>
        <translation>이미지를 검사하지 못했습니다. {0}</translation>
    </message>
    <message>
        <source>where the window cannot be opened, also show what Qt and the system&apos;s libraries print</source>
        <translation>창을 열지 못하면 Qt와 시스템 라이브러리가 출력하는 내용도 표시합니다</translation>
    </message>
    <message>
        <source>add the program to the menu of a Linux desktop, or remove it</source>
        <translation>Linux 데스크톱 메뉴에 프로그램을 추가하거나 제거합니다</translation>
    </message>
    <message>
        <source>train on the pen strokes of .npz files, too</source>
        <translation>.npz 파일의 펜 획으로도 학습합니다</translation>
    </message>
    <message>
        <source>images that are stored in another way</source>
        <translation>다른 방식으로 저장된 이미지</translation>
    </message>
    <message>
        <source>“{0}” is neither a command nor a file</source>
        <translation>“{0}”: 명령도 파일도 아닙니다</translation>
    </message>
    <message>
        <source>--verbose is for the window: omit it, or the command</source>
        <translation>--verbose는 창을 위한 옵션입니다. 그 옵션이나 명령을 빼세요</translation>
    </message>
    <message>
        <source>--as-is leaves the images as they are: omit it, or {0}</source>
        <translation>--as-is는 이미지를 그대로 둡니다. 그 옵션을 빼거나 다음 옵션을 빼세요: {0}</translation>
    </message>
    <message>
        <source>synthetic digits are upright: omit {0}</source>
        <translation>합성 숫자는 똑바로 되어 있습니다. 다음 옵션을 빼세요: {0}</translation>
    </message>
    <message>
        <source>pen strokes are upright: omit {0}</source>
        <translation>펜 획은 똑바로 되어 있습니다. 다음 옵션을 빼세요: {0}</translation>
    </message>
    <message>
        <source>default: the shipped ones</source>
        <translation>기본값: 기본 제공 가중치</translation>
    </message>
    <message>
        <source>of weights whose file does not say it (default: measured)</source>
        <translation>파일에 적혀 있지 않은 활성화 함수(기본: 측정해서 정함)</translation>
    </message>
    <message>
        <source>the test set of MNIST (in DIR)</source>
        <translation>MNIST의 시험 데이터(DIR 폴더)</translation>
    </message>
    <message>
        <source>the test set of your own images: a folder, IDX, CSV, .npz, .pkl</source>
        <translation>내 이미지의 시험 데이터: 폴더, IDX, CSV, .npz, .pkl</translation>
    </message>
    <message>
        <source>an .npz file of pen strokes</source>
        <translation>펜 획 .npz 파일</translation>
    </message>
    <message>
        <source>only these sites</source>
        <translation>이 출처만 씁니다</translation>
    </message>
    <message>
        <source>transpose each image: EMNIST&apos;s are transposed</source>
        <translation>이미지를 전치합니다. EMNIST의 이미지는 전치되어 있습니다</translation>
    </message>
    <message>
        <source>invert each image: black on white becomes white on black</source>
        <translation>이미지를 반전합니다. 흰 바탕에 검은 글씨가 검은 바탕에 흰 글씨가 됩니다</translation>
    </message>
    <message>
        <source>leave them as they are, without a warning</source>
        <translation>경고 없이 그대로 둡니다</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>버전을 출력합니다</translation>
    </message>
    <message>
        <source>open the window with these weights</source>
        <translation>이 가중치로 창을 엽니다</translation>
    </message>
    <message>
        <source>the accuracy of weights on MNIST&apos;s test set or on pen strokes</source>
        <translation>MNIST의 시험 데이터나 펜 획으로 가중치의 정확도를 잽니다</translation>
    </message>
    <message>
        <source>images at a time (100)</source>
        <translation>한 번에 처리할 이미지 수 (100)</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>JSON 객체 하나를 출력합니다</translation>
    </message>
    <message>
        <source>print the ten probabilities of images and drawings</source>
        <translation>이미지와 그림의 확률 열 개를 출력합니다</translation>
    </message>
    <message>
        <source>print a JSON list, one object per image</source>
        <translation>이미지마다 객체 하나인 JSON 목록을 출력합니다</translation>
    </message>
    <message>
        <source>save an image of the most common mistakes</source>
        <translation>가장 흔한 오답의 이미지를 저장합니다</translation>
    </message>
    <message>
        <source>where to save the image: .png</source>
        <translation>이미지를 저장할 곳: .png</translation>
    </message>
    <message>
        <source>kinds of mistakes to show (10)</source>
        <translation>표시할 오답의 종류 수 (10)</translation>
    </message>
    <message>
        <source>download MNIST</source>
        <translation>MNIST를 내려받습니다</translation>
    </message>
    <message>
        <source>default: the program&apos;s data folder</source>
        <translation>기본값: 프로그램의 데이터 폴더</translation>
    </message>
    <message>
        <source>add it, with its icon and its types of files</source>
        <translation>아이콘과 파일 형식까지 함께 추가합니다</translation>
    </message>
    <message>
        <source>remove what --install added</source>
        <translation>--install로 추가한 것을 제거합니다</translation>
    </message>
    <message>
        <source>that of a shipped network</source>
        <translation>기본 제공 신경망의 설정</translation>
    </message>
    <message>
        <source>a convolutional network</source>
        <translation>합성곱 신경망</translation>
    </message>
    <message>
        <source>all settings, as the window exports them</source>
        <translation>창에서 내보낸 것과 같은, 설정 전체</translation>
    </message>
    <message>
        <source>neurons in each hidden layer</source>
        <translation>은닉층마다 뉴런의 수</translation>
    </message>
    <message>
        <source>train on MNIST (in DIR); the default</source>
        <translation>MNIST로 학습합니다(DIR 폴더). 기본으로 쓰는 데이터입니다</translation>
    </message>
    <message>
        <source>train on your own images: a folder, IDX, CSV, .npz or .pkl</source>
        <translation>내 이미지로 학습합니다: 폴더, IDX, CSV, .npz, .pkl</translation>
    </message>
    <message>
        <source>train on synthetic digits</source>
        <translation>합성 숫자로 학습합니다</translation>
    </message>
    <message>
        <source>but not on these sites</source>
        <translation>이 출처는 제외합니다</translation>
    </message>
    <message>
        <source>validate on N of the other digits</source>
        <translation>나머지 숫자 N개로 검증합니다</translation>
    </message>
    <message>
        <source>between the layers</source>
        <translation>계층 사이의 활성화 함수</translation>
    </message>
    <message>
        <source>weight initialisation</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>where to save the weights: .safetensors or .npz</source>
        <translation>가중치를 저장할 곳: .safetensors 또는 .npz</translation>
    </message>
    <message>
        <source>resume an interrupted training</source>
        <translation>중단된 학습을 이어서 합니다</translation>
    </message>
    <message>
        <source>add a line to FILE at each evaluation</source>
        <translation>평가할 때마다 FILE에 한 줄을 추가합니다</translation>
    </message>
    <message>
        <source>{0} names sites of the pen strokes: give --pen, too</source>
        <translation>{0} 옵션은 펜 획의 출처를 지정합니다. --pen도 주세요</translation>
    </message>
    <message>
        <source>open it in the window</source>
        <translation>창에서 엽니다</translation>
    </message>
    <message>
        <source>train a network and save its weights</source>
        <translation>신경망을 학습하고 가중치를 저장합니다</translation>
    </message>
    <message>
        <source>train needs --out, or --config</source>
        <translation>train에는 --out이나 --config가 필요합니다</translation>
    </message>
    <message>
        <source>--config has all settings: omit {0}</source>
        <translation>--config에 모든 설정이 있습니다. 다음 옵션을 빼세요: {0}</translation>
    </message>
    <message>
        <source>“{0}” is not a whole number {1}</source>
        <translation>“{0}”: 정수여야 합니다({1})</translation>
    </message>
    <message>
        <source>“{0}” is not a number {1}</source>
        <translation>“{0}”: 수여야 합니다({1})</translation>
    </message>
    <message>
        <source>“{0}” holds weights, not an image: give it after --weights.</source>
        <translation>“{0}” 파일은 이미지가 아니라 가중치입니다. --weights 다음에 적으세요.</translation>
    </message>
    <message>
        <source>“{0}” holds a dataset, not an image: use the command evaluate.</source>
        <translation>“{0}” 파일은 이미지가 아니라 데이터셋입니다. evaluate 명령을 사용하세요.</translation>
    </message>
    <message>
        <source>“{0}” belongs to a training and is not an image: open it in the window.</source>
        <translation>“{0}” 파일은 이미지가 아니라 학습에 쓰는 파일입니다. 창에서 여세요.</translation>
    </message>
    <message>
        <source>{0}: no digit. {1}</source>
        <translation>{0}: 숫자가 없습니다. {1}</translation>
    </message>
    <message>
        <source>The weights cannot be saved: {0}</source>
        <translation>가중치를 저장할 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>“{0}” holds an interrupted training: add --resume to resume it, or delete it.</source>
        <translation>“{0}” 파일에 중단된 학습이 있습니다. --resume을 붙여 이어서 학습하거나 파일을 삭제하세요.</translation>
    </message>
    <message>
        <source>“{0}” was started with other settings: give the same ones, or none, to resume it.</source>
        <translation>“{0}” 체크포인트의 학습은 다른 설정으로 시작했습니다. 이어서 학습하려면 같은 설정을 주거나 설정을 주지 마세요.</translation>
    </message>
    <message>
        <source>Stopped: the same command with --resume resumes it from “{0}”.</source>
        <translation>중지했습니다. 같은 명령에 --resume을 붙이면 “{0}” 체크포인트부터 이어서 학습합니다.</translation>
    </message>
    <message>
        <source>the best temperature for {0} is {1:.2f}</source>
        <translation>{0}에 가장 좋은 온도: {1:.2f}</translation>
    </message>
    <message>
        <source>Stopped: the same command with --resume resumes it, and so does the window.</source>
        <translation>중지했습니다. 같은 명령에 --resume을 붙이거나 창에서 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no interrupted training to resume: “{0}” does not exist.</source>
        <translation>이어서 할 중단된 학습이 없습니다. “{0}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>No run with these settings can be resumed: omit --resume to start one.</source>
        <translation>이 설정으로 이어서 할 수 있는 학습 기록이 없습니다. 새로 시작하려면 --resume을 빼세요.</translation>
    </message>
    <message>
        <source>{0} The weights are in “{1}”.</source>
        <translation>{0} 가중치는 “{1}” 파일에 있습니다.</translation>
    </message>
    <message>
        <source>A recipe has its own activation and initialisation: omit --activation and --init.</source>
        <translation>레시피에는 활성화 함수와 가중치 초깃값이 정해져 있습니다. --activation과 --init을 빼세요.</translation>
    </message>
    <message>
        <source>The network “{0}” has its own activation and initialisation: omit --activation and --init.</source>
        <translation>“{0}” 신경망에는 활성화 함수와 가중치 초깃값이 정해져 있습니다. --activation과 --init을 빼세요.</translation>
    </message>
    <message>
        <source>Of {0:,} digits, {1:,} cannot be held out: leave some.</source>
        <translation>숫자 {0:,}개에서 {1:,}개를 떼어 둘 수 없습니다. 학습할 것을 남기세요.</translation>
    </message>
    <message>
        <source>{0} They were saved as “{1}” instead.</source>
        <translation>{0} 대신 “{1}” 파일로 저장했습니다.</translation>
    </message>
    <message>
        <source>{0} The same command with --resume resumes the training.</source>
        <translation>{0} 같은 명령에 --resume을 붙이면 이어서 학습합니다.</translation>
    </message>
    <message>
        <source>{0} The training is stored in “{1}”: --resume saves it.</source>
        <translation>{0} 학습은 “{1}” 파일에 저장되어 있습니다. --resume을 붙이면 저장합니다.</translation>
    </message>
    <message>
        <source>{0} cannot be downloaded: {1}. Check the connection and try again later, or put the four files of MNIST into a folder by hand and name it in the environment variable DIGITLAB_MNIST.</source>
        <translation>{0} 파일을 내려받을 수 없습니다. {1}. 연결을 확인하고 나중에 다시 시도하거나, MNIST의 파일 네 개를 직접 폴더에 넣고 환경 변수 DIGITLAB_MNIST에 그 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{0} made no secure connection</source>
        <translation>{0} 서버와 안전하게 연결하지 못했습니다</translation>
    </message>
    <message>
        <source>{0} did not answer in time</source>
        <translation>{0} 서버가 제때 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>{0} sent less than {1:,} bytes a second</source>
        <translation>{0} 서버가 보내는 속도가 초당 {1:,}바이트보다 느렸습니다</translation>
    </message>
    <message>
        <source>{0} could not be reached, or broke off</source>
        <translation>{0} 서버에 연결하지 못했거나 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>{0} sent a wrong or damaged file</source>
        <translation>{0} 서버가 잘못되었거나 손상된 파일을 보냈습니다</translation>
    </message>
    <message>
        <source>{0} refused it</source>
        <translation>{0} 서버가 거부했습니다</translation>
    </message>
    <message>
        <source>{0} refused it (HTTP {1})</source>
        <translation>{0} 서버가 거부했습니다(HTTP {1})</translation>
    </message>
    <message>
        <source>{0} cannot be saved in {1} ({2}). Make room and give yourself permission to write there, or name another folder.</source>
        <translation>{0} 파일을 {1} 폴더에 저장할 수 없습니다({2}). 공간을 확보하고 쓰기 권한을 얻거나, 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>. </translation>
    </message>
    <message>
        <source>it holds no images with labels that Digit Lab knows: a dict with train_img, train_label, test_img and test_label, or pairs of images and labels. Save them with numpy.savez as x_train, y_train, x_test and y_test.</source>
        <translation>Digit Lab이 아는 형태의, 레이블이 있는 이미지가 없습니다. train_img, train_label, test_img, test_label이 있는 dict나 이미지와 레이블의 쌍이어야 합니다. numpy.savez로 x_train, y_train, x_test, y_test라는 이름을 붙여 저장하세요.</translation>
    </message>
    <message>
        <source>it is empty. Copy or download it again.</source>
        <translation>비어 있습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>it holds {0}, and Digit Lab looks for images with their labels: x_train and y_train, x_test and y_test, or the like. Save them with these names.</source>
        <translation>들어 있는 것은 {0}입니다. Digit Lab은 x_train과 y_train, x_test와 y_test처럼 이미지와 레이블의 짝을 찾습니다. 이 이름으로 저장하세요.</translation>
    </message>
    <message>
        <source>unpacked, it is larger than the {0} MB that Digit Lab reads.</source>
        <translation>압축을 풀면 Digit Lab이 읽는 {0} MB보다 큽니다.</translation>
    </message>
    <message>
        <source>it has {0:,} images and {1:,} labels in one set. Choose another file.</source>
        <translation>한 데이터에 이미지는 {0:,}장인데 레이블은 {1:,}개입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds a list that is no array: its items are not alike. Save them with numpy.savez.</source>
        <translation>들어 있는 리스트가 배열이 아닙니다. 항목의 형태가 서로 다릅니다. numpy.savez로 저장하세요.</translation>
    </message>
    <message>
        <source>{0} has no labels, as Kaggle’s test set: it is skipped, and images are held out instead.</source>
        <translation>{0} 파일에는 Kaggle의 시험 데이터처럼 레이블이 없습니다. 이 파일은 건너뛰고, 그 대신 이미지 일부를 떼어 둡니다.</translation>
    </message>
    <message>
        <source>zip file</source>
        <translation>zip 파일</translation>
    </message>
    <message>
        <source>{0} cannot be opened: it holds {1}. Unpack it, and choose one of them.</source>
        <translation>{0} 파일을 열 수 없습니다. 들어 있는 파일: {1}. 압축을 풀고 그중 하나를 고르세요.</translation>
    </message>
    <message>
        <source>it is a zip file of {0}, and no CSV file is in it. Unpack it, and choose the folder.</source>
        <translation>CSV 파일이 없는 zip 파일입니다. 들어 있는 파일: {0}. 압축을 풀고 그 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>it is too large for the memory of this computer.</source>
        <translation>이 컴퓨터의 메모리에 비해 너무 큽니다.</translation>
    </message>
    <message>
        <source>in its file {0}: {1}</source>
        <translation>안에 있는 {0} 파일의 문제: {1}</translation>
    </message>
    <message>
        <source>it is no table of images: a line needs a label and 784 pixels, separated by commas. Choose another file.</source>
        <translation>이미지 표가 아닙니다. 한 줄에 레이블 하나와 픽셀 784개가 쉼표로 나뉘어 있어야 합니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is {2}, which is no number. Correct the line, or download the file again.</source>
        <translation>{0:,}번째 줄의 {1}번째 값이 수가 아닙니다: {2}. 그 줄을 고치거나 파일을 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>its first line has {0:,} values, and an image needs {1}: its label and {2} pixels. Choose another file.</source>
        <translation>첫 줄의 값은 {0:,}개인데, 이미지 한 장에는 {1}개(레이블 하나와 픽셀 {2}개)가 필요합니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is empty. Correct the line, or download the file again.</source>
        <translation>{0:,}번째 줄의 {1}번째 값이 비어 있습니다. 그 줄을 고치거나 파일을 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>it has 784 columns, the pixels without their labels, as Kaggle’s test.csv. Choose the file with the labels, such as train.csv.</source>
        <translation>열이 784개로, Kaggle의 test.csv처럼 레이블 없이 픽셀만 있습니다. train.csv처럼 레이블이 있는 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its images are of {0} × {0} pixels, and Digit Lab reads {1} × {1}.</source>
        <translation>이미지가 {0} × {0}픽셀입니다. Digit Lab은 {1} × {1}픽셀을 읽습니다.</translation>
    </message>
    <message>
        <source>it is a text in UTF-16. Save it as CSV in UTF-8 and try again.</source>
        <translation>UTF-16 텍스트입니다. UTF-8 CSV로 저장하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>in line {0:,}, value {1} is {2:g}, and a pixel is 0 to 255. Correct the line, or choose another file.</source>
        <translation>{0:,}번째 줄의 {1}번째 값이 {2:g}입니다. 픽셀은 0부터 255까지입니다. 그 줄을 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds more than the {0:,} images that Digit Lab reads. Choose a smaller file.</source>
        <translation>이미지가 Digit Lab이 읽는 {0:,}장보다 많습니다. 더 작은 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it has no line with an image. Choose another file.</source>
        <translation>이미지가 있는 줄이 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>line {0:,} has {1:,} values, not {2}: it is cut off or damaged. Copy or download the file again.</source>
        <translation>{0:,}번째 줄의 값이 {2}개가 아니라 {1:,}개입니다. 파일이 잘렸거나 손상되었습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>in line {0:,} the label, in the last column, is {1:g}, and a digit is 0 to 9. Choose a file whose first or last column is the digit.</source>
        <translation>{0:,}번째 줄의 레이블(마지막 열)이 {1:g}입니다. 숫자는 0부터 9까지입니다. 첫 열이나 마지막 열이 숫자인 파일을 고르세요.</translation>
    </message>
    <message>
        <source>in line {0:,} the label, in the first column, is {1:g}, and a digit is 0 to 9. Choose a file whose first or last column is the digit.</source>
        <translation>{0:,}번째 줄의 레이블(첫 열)이 {1:g}입니다. 숫자는 0부터 9까지입니다. 첫 열이나 마지막 열이 숫자인 파일을 고르세요.</translation>
    </message>
    <message>
        <source>There is no folder or file “{0}”. Check its name.</source>
        <translation>“{0}” 폴더나 파일이 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{0} has its images under the name of the labels, and the labels under that of the images.</source>
        <translation>{0}: 이미지에 레이블의 이름이, 레이블에 이미지의 이름이 붙어 있습니다.</translation>
    </message>
    <message>
        <source>{0} holds {1}. Choose one of them, not the folder.</source>
        <translation>{0} 폴더에 있는 파일: {1}. 폴더가 아니라 그중 하나를 고르세요.</translation>
    </message>
    <message>
        <source>it is no pickle of protocol 2 or later. If Python reads it, save it again there with “pickle.dump(data, file, 2)”.</source>
        <translation>프로토콜 2 이상의 피클이 아닙니다. 파이썬으로 읽을 수 있다면 “pickle.dump(data, file, 2)”로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>its images are not made of numbers. Save them as bytes, from 0 to 255.</source>
        <translation>이미지가 수로 되어 있지 않습니다. 0부터 255까지의 바이트로 저장하세요.</translation>
    </message>
    <message>
        <source>its images are an array of {0}, and Digit Lab reads grey images of {1} × {1} pixels: N × {2} or N × {1} × {1}.</source>
        <translation>이미지 배열의 형상이 {0}입니다. Digit Lab은 {1} × {1}픽셀의 흑백 이미지, 곧 N × {2} 또는 N × {1} × {1} 배열을 읽습니다.</translation>
    </message>
    <message>
        <source>it holds {0:,} images, and Digit Lab reads 1 to {1:,}. Choose another file.</source>
        <translation>이미지가 {0:,}장입니다. Digit Lab은 1장부터 {1:,}장까지 읽습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its labels are not numbers. Save them as the digits 0 to 9.</source>
        <translation>레이블이 수가 아닙니다. 0부터 9까지의 숫자로 저장하세요.</translation>
    </message>
    <message>
        <source>its labels are an array of {0}, and each image needs one digit.</source>
        <translation>레이블 배열의 형상이 {0}입니다. 이미지마다 숫자가 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>label number {0:,} is {1:g}, but a digit is 0 to 9. Choose a file that labels digits.</source>
        <translation>{0:,}번째 레이블이 {1:g}입니다. 숫자는 0부터 9까지입니다. 숫자에 레이블을 붙인 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its pixels go from {0:g} to {1:g}, and Digit Lab reads 0 to 255, 0 to 1 and -1 to 1, the same in the whole file. Save the images as bytes, from 0 (background) to 255 (ink).</source>
        <translation>픽셀이 {0:g}부터 {1:g}까지입니다. Digit Lab은 파일 전체가 0부터 255, 0부터 1, -1부터 1 중 하나로 되어 있을 때 읽습니다. 이미지를 0(바탕)부터 255(글씨)까지의 바이트로 저장하세요.</translation>
    </message>
    <message>
        <source>its images are in columns ({0}). Save the transposed array, array.T, with an image in each row.</source>
        <translation>이미지가 열에 들어 있습니다({0}). 행마다 이미지가 한 장씩 오도록 전치한 배열 array.T를 저장하세요.</translation>
    </message>
    <message>
        <source>unpacked, it is more than {0} times as large, which no file of images is. Choose another file.</source>
        <translation>압축을 풀면 {0}배가 넘게 커집니다. 이미지 파일은 그렇지 않습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is cut off. Download or copy it again.</source>
        <translation>잘려 있습니다. 다시 내려받거나 복사하세요.</translation>
    </message>
    <message>
        <source>it is damaged and cannot be unpacked. Download or copy it again.</source>
        <translation>손상되어 압축을 풀 수 없습니다. 다시 내려받거나 복사하세요.</translation>
    </message>
    <message>
        <source>Of the {0:,} images in {1}, {2:,} are in {3} too (the first is number {4:,}): the test accuracy will be too high.</source>
        <translation>{1}의 이미지 {0:,}장 가운데 {2:,}장이 {3}에도 있습니다(첫 번째는 {4:,}번 이미지). 시험 정확도가 실제보다 높게 나옵니다.</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>{0} has {1} images, but {2} has {3} labels. Choose two files that belong together.</source>
        <translation>{0} 파일에는 이미지가 {1}장인데 {2} 파일에는 레이블이 {3}개입니다. 서로 짝이 맞는 두 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is cut off in its header. Download or copy it again.</source>
        <translation>헤더에서 잘려 있습니다. 다시 내려받거나 복사하세요.</translation>
    </message>
    <message>
        <source>it is not an IDX file of {0}. Choose another file.</source>
        <translation>{0}의 IDX 파일이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it has images of {0} pixels. Choose a file of {1} × {1} images.</source>
        <translation>이미지가 {0}픽셀입니다. 이미지가 {1} × {1}픽셀인 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it declares {0} {1}, and Digit Lab reads 1 to {2}. Download it again, or choose another file.</source>
        <translation>헤더에 적힌 {1}의 수가 {0}입니다. Digit Lab은 1부터 {2}까지 읽습니다. 다시 내려받거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds labels, not images. Choose another file.</source>
        <translation>이미지가 아니라 레이블이 들어 있습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds images, not labels. Choose another file.</source>
        <translation>레이블이 아니라 이미지가 들어 있습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is not an IDX file of labels: it has {0} numbers for each. Choose another file.</source>
        <translation>레이블의 IDX 파일이 아닙니다. 레이블마다 값이 {0}개 있습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is cut off: its header declares {0} {1}. Download or copy it again.</source>
        <translation>잘려 있습니다. 헤더에 적힌 {1}의 수는 {0}입니다. 다시 내려받거나 복사하세요.</translation>
    </message>
    <message>
        <source>it is too long: its header declares {0} {1}. Download or copy it again.</source>
        <translation>너무 깁니다. 헤더에 적힌 {1}의 수는 {0}입니다. 다시 내려받거나 복사하세요.</translation>
    </message>
    <message>
        <source>{0} is no IDX file, and its name has neither “images” nor “labels” in it. Choose another file.</source>
        <translation>{0}: IDX 파일이 아니며, 이름에 “images”도 “labels”도 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds the labels and {1} the images, against their names: they are read as what they hold.</source>
        <translation>{0} 파일에는 레이블이, {1} 파일에는 이미지가 들어 있어 이름과 다릅니다. 내용에 따라 읽습니다.</translation>
    </message>
    <message>
        <source>There is no file or folder {0}. Check its name.</source>
        <translation>{0}: 이런 파일이나 폴더가 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1}). Choose another folder.</source>
        <translation>{0}: 열 수 없습니다({1}). 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds IDX files of several datasets. Choose the file of the images you want.</source>
        <translation>{0}: 여러 데이터셋의 IDX 파일이 들어 있습니다. 쓰려는 이미지 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds no files with “images” and “labels” in their names. Choose the file of the images you want.</source>
        <translation>{0}: 이름에 “images”와 “labels”가 든 파일이 없습니다. 쓰려는 이미지 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds {1:,} {2}, and beside it there are {3} files with as many {4}. Put the one that belongs to it there, alone with it.</source>
        <translation>{0}: {2}의 수가 {1:,}입니다. 같은 폴더에 {4}의 수가 같은 파일이 {3}개 있습니다. 짝이 맞는 파일 하나만 함께 두세요.</translation>
    </message>
    <message>
        <source>{0} holds {1:,} {2}, and beside it there is no file with as many {3}. Put the one that belongs to it there, alone with it.</source>
        <translation>{0}: {2}의 수가 {1:,}입니다. 같은 폴더에 {3}의 수가 같은 파일이 없습니다. 짝이 맞는 파일 하나만 함께 두세요.</translation>
    </message>
    <message>
        <source>Beside {0} there is no file with the same name but “{1}” for “{2}”. Put the file that belongs to it there.</source>
        <translation>{0}: 같은 폴더에, 이름에서 “{2}” 대신 “{1}” 부분만 바뀐 파일이 없습니다. 짝이 맞는 파일을 그곳에 두세요.</translation>
    </message>
    <message>
        <source>{0} is too large for the memory of this computer.</source>
        <translation>{0}: 이 컴퓨터의 메모리에 비해 너무 큽니다.</translation>
    </message>
    <message>
        <source>“{0}” holds more than {1:,} files: choose a folder with fewer.</source>
        <translation>“{0}” 폴더의 파일이 {1:,}개보다 많습니다. 파일이 더 적은 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>“{0}” has no folders called 0 to 9: put the images of each digit into one of its own.</source>
        <translation>“{0}” 폴더에 0부터 9까지 이름 붙인 폴더가 없습니다. 숫자마다 이미지를 폴더 하나에 넣으세요.</translation>
    </message>
    <message>
        <source>“{0}” holds no image to train on.</source>
        <translation>“{0}” 폴더에 훈련에 쓸 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” holds no image to test with.</source>
        <translation>“{0}” 폴더에 시험에 쓸 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>The first fault: {0}</source>
        <translation>첫 번째 문제: {0}</translation>
    </message>
    <message>
        <source>“{0}” is beside “{1}”, not in it: it is skipped.</source>
        <translation>“{0}” 항목이 “{1}” 폴더 안이 아니라 옆에 있어 건너뜁니다.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”. Check its name.</source>
        <translation>“{0}” 폴더가 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: the system says “{1}”.</source>
        <translation>“{0}” 항목을 열 수 없습니다. 시스템 메시지: “{1}”.</translation>
    </message>
    <message>
        <source>“{0}” is the same image as “{1}”: it cannot be both digits.</source>
        <translation>“{0}” 파일은 “{1}” 파일과 같은 이미지입니다. 두 숫자 모두일 수는 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” is the same image as “{1}”: training images cannot be used for the test.</source>
        <translation>“{0}” 파일은 “{1}” 파일과 같은 이미지입니다. 훈련 이미지를 시험에 쓸 수는 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” is a folder, but is not called 0 to 9: it is skipped.</source>
        <translation>“{0}” 폴더의 이름이 0부터 9까지의 숫자가 아니어서 건너뜁니다.</translation>
    </message>
    <message>
        <source>“{0}” is in no digit&apos;s folder: it is skipped.</source>
        <translation>“{0}” 파일이 숫자 폴더 안에 있지 않아 건너뜁니다.</translation>
    </message>
    <message>
        <source>“{0}” is a folder in a digit&apos;s folder: move its images up into “{1}”.</source>
        <translation>“{0}” 폴더가 숫자 폴더 안에 있습니다. 그 이미지를 “{1}” 폴더로 옮기세요.</translation>
    </message>
    <message>
        <source>“{0}” is empty: nothing stands out from its background.</source>
        <translation>“{0}” 이미지는 비어 있습니다. 바탕과 구분되는 것이 없습니다.</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet. Let Digit Lab download it, put its four files into {0}, or name their folder in the environment variable DIGITLAB_MNIST.</source>
        <translation>이 컴퓨터에 아직 MNIST가 없습니다. Digit Lab에서 내려받거나, 파일 네 개를 {0} 폴더에 넣거나, 그 폴더를 환경 변수 DIGITLAB_MNIST에 지정하세요.</translation>
    </message>
    <message>
        <source>The folder {0} does not hold {1} (with or without .gz). Put the files of MNIST there, or name another folder.</source>
        <translation>{0} 폴더에 {1} 파일이 없습니다(.gz가 붙어도 됩니다). MNIST 파일을 그곳에 넣거나 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be opened ({1}). Give yourself permission to read it.</source>
        <translation>{0} 폴더를 열 수 없습니다({1}). 읽기 권한을 얻으세요.</translation>
    </message>
    <message>
        <source>There is no folder {0}. Name the folder that holds the files of MNIST.</source>
        <translation>{0} 폴더가 없습니다. MNIST 파일이 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>it has more than {0:,} points. Divide it into several files.</source>
        <translation>점이 {0:,}개보다 많습니다. 파일을 여러 개로 나누세요.</translation>
    </message>
    <message>
        <source>it has more than {0:,} strokes. Divide it into several files.</source>
        <translation>획이 {0:,}개보다 많습니다. 파일을 여러 개로 나누세요.</translation>
    </message>
    <message>
        <source>it has more than {0:,} drawings. Divide it into several files.</source>
        <translation>그림이 {0:,}개보다 많습니다. 파일을 여러 개로 나누세요.</translation>
    </message>
    <message>
        <source>a drawing has more than {0:,} strokes. Correct the file, or choose another one.</source>
        <translation>획이 {0:,}개보다 많은 그림이 있습니다. 파일을 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>a drawing has more than {0:,} points. Correct the file, or choose another one.</source>
        <translation>점이 {0:,}개보다 많은 그림이 있습니다. 파일을 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>“{0}” is not one text for each drawing.</source>
        <translation>“{0}” 배열에 그림마다 텍스트가 하나씩 있지 않습니다.</translation>
    </message>
    <message>
        <source>its points are not pairs of numbers.</source>
        <translation>점이 두 수의 쌍으로 되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>its labels are not one whole number for each of its {0} drawings.</source>
        <translation>그림 {0}개에 정수 레이블이 하나씩 있지 않습니다.</translation>
    </message>
    <message>
        <source>“{0}” is not a list of whole numbers.</source>
        <translation>“{0}” 배열이 정수의 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>“{0}” does not run up to {1:,}.</source>
        <translation>“{0}” 배열이 {1:,}까지 이어지지 않습니다.</translation>
    </message>
    <message>
        <source>a point is not finite, or too far from the canvas.</source>
        <translation>유한하지 않거나 캔버스에서 너무 먼 점이 있습니다.</translation>
    </message>
    <message>
        <source>a label is not a digit from 0 to 9.</source>
        <translation>0부터 9까지의 숫자가 아닌 레이블이 있습니다.</translation>
    </message>
    <message>
        <source>Every drawing would be held out: leave some to train on.</source>
        <translation>모든 그림을 떼어 두게 됩니다. 학습할 그림을 남기세요.</translation>
    </message>
    <message>
        <source>it is not a file of pen strokes: it has no array “{0}”.</source>
        <translation>펜 획 파일이 아닙니다. “{0}” 배열이 없습니다.</translation>
    </message>
    <message>
        <source>there are no drawings.</source>
        <translation>그림이 없습니다.</translation>
    </message>
    <message>
        <source>{0} training set</source>
        <translation>{0} 훈련 데이터</translation>
    </message>
    <message>
        <source>{0} test set</source>
        <translation>{0} 시험 데이터</translation>
    </message>
    <message>
        <source>{0} accuracy</source>
        <translation>{0} 정확도</translation>
    </message>
    <message>
        <source>{0} calibration error</source>
        <translation>{0} 보정 오차</translation>
    </message>
    <message>
        <source>{0}, fine-tuned on your handwriting</source>
        <translation>{0}, 내 손글씨로 미세 조정</translation>
    </message>
    <message>
        <source>Convolutional {0}</source>
        <translation>합성곱 {0}</translation>
    </message>
    <message>
        <source>Your handwriting</source>
        <translation>내 손글씨</translation>
    </message>
    <message>
        <source>held-out pen strokes</source>
        <translation>떼어 둔 펜 획</translation>
    </message>
    <message>
        <source>Digit Lab&apos;s reader</source>
        <translation>Digit Lab 기본 신경망</translation>
    </message>
    <message>
        <source>Two-layer network</source>
        <translation>2층 신경망</translation>
    </message>
    <message>
        <source>Three-layer network</source>
        <translation>3층 신경망</translation>
    </message>
    <message>
        <source>There are no data of the kind {0}: choose one of {1}.</source>
        <translation>데이터의 종류 {0}: 그런 것은 없습니다. 다음 중에서 고르세요: {1}.</translation>
    </message>
    <message>
        <source>Data of the kind “{0}” need a path: say where they are.</source>
        <translation>데이터의 종류 “{0}”에는 경로가 필요합니다. 데이터가 어디에 있는지 지정하세요.</translation>
    </message>
    <message>
        <source>The name “{0}” is not UTF-8, so no run can be stored with it. Rename it.</source>
        <translation>“{0}” 이름이 UTF-8이 아니어서 학습 기록을 저장할 수 없습니다. 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>The process that makes the synthetic digits was ended from outside, perhaps because memory was short. Close other programs, and try again.</source>
        <translation>합성 숫자를 만드는 프로세스가 외부에서 종료되었습니다. 메모리가 부족했을 수 있습니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>A drawing needs a brush that is wider than 0.</source>
        <translation>붓의 굵기는 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>This drawing cannot be stored: the probability of its prediction is not within 0 to 1.</source>
        <translation>이 그림은 저장할 수 없습니다. 예측 확률이 0에서 1 사이가 아닙니다.</translation>
    </message>
    <message>
        <source>A drawing shows a digit from 0 to {0}, and nothing else can be its label.</source>
        <translation>그림은 0부터 {0}까지의 숫자를 나타내며, 그 밖의 것은 레이블이 될 수 없습니다.</translation>
    </message>
    <message>
        <source>A drawing is made of strokes, and a stroke of points with an x and a y.</source>
        <translation>그림은 획으로, 획은 x와 y가 있는 점으로 이루어져야 합니다.</translation>
    </message>
    <message>
        <source>There is nothing drawn: a drawing needs at least one point.</source>
        <translation>그린 것이 없습니다. 그림에는 점이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>This drawing has {0:,} points, and can be stored with {1:,} at most.</source>
        <translation>이 그림의 점은 {0:,}개인데, {1:,}개까지 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>This drawing has {0:,} strokes, and may have {1:,} at most.</source>
        <translation>이 그림의 획은 {0:,}개인데, {1:,}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This drawing cannot be stored: some of its points are too far from the canvas.</source>
        <translation>이 그림은 저장할 수 없습니다. 캔버스에서 너무 먼 점이 있습니다.</translation>
    </message>
    <message>
        <source>This drawing is no longer there: it was deleted for good.</source>
        <translation>이 그림은 이제 없습니다. 완전히 삭제되었습니다.</translation>
    </message>
    <message>
        <source>The file of your drawings was damaged and has been repaired: no drawing was lost.</source>
        <translation>내 그림 파일이 손상되어 복구했습니다. 잃은 그림은 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The file of your drawings was damaged: %n drawing(s) (was/were) found again in it, and it is kept as “{0}”.</source>
        <translation>
            <numerusform>내 그림 파일이 손상되었습니다. 그 안에서 그림 %n개를 다시 찾았고, 손상된 파일은 “{0}” 이름으로 보관했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) damaged and not shown.</source>
        <translation>
            <numerusform>그림 %n개가 손상되어 표시하지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not known how many others were in it.</source>
        <translation>그 안에 다른 그림이 몇 개 있었는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Drawings cannot be stored in “{0}”: {1}</source>
        <translation>그림을 “{0}” 폴더에 저장할 수 없습니다. {1}</translation>
    </message>
    <message>
        <source>This drawing cannot be read: {0}</source>
        <translation>이 그림은 읽을 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>“{0}” cannot be imported, for its drawing {1:,}: {2}</source>
        <translation>“{0}” 파일을 가져올 수 없습니다. {1:,}번째 그림의 문제: {2}</translation>
    </message>
    <message numerus="yes">
        <source>%n other drawing(s) in it cannot be read.</source>
        <translation>
            <numerusform>그 안의 다른 그림 %n개는 읽을 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>file of your drawings</source>
        <translation>내 그림 파일</translation>
    </message>
    <message>
        <source>it keeps the damaged file, and finds what can still be read in it</source>
        <translation>그러면 손상된 파일은 보관하고, 아직 읽을 수 있는 그림을 찾아냅니다</translation>
    </message>
    <message>
        <source>it is damaged.</source>
        <translation>손상되었습니다.</translation>
    </message>
    <message>
        <source>of {0} synthetic digits it predicts {1} correctly</source>
        <translation>합성 숫자 {0}개의 정확도: {1}</translation>
    </message>
    <message>
        <source>{0}: {1} fits best ({2}).</source>
        <translation>{0}. 가장 잘 맞는 함수: {1}({2}).</translation>
    </message>
    <message>
        <source>{0}, and none fits clearly better ({1}): {2} was assumed, as in chapters 3 and 4 of the book.</source>
        <translation>{0}. 뚜렷하게 더 잘 맞는 것이 없어({1}) 책의 3장과 4장에서 쓰는 함수로 가정했습니다: {2}.</translation>
    </message>
    <message>
        <source>With {0} it predicts all ten digits about equally often, as a trained network does.</source>
        <translation>{0}: 학습을 마친 신경망처럼 열 숫자를 거의 고르게 예측하는 함수입니다.</translation>
    </message>
    <message>
        <source>{0:.0f} % with {1}</source>
        <translation>{1} {0:.0f}%</translation>
    </message>
    <message>
        <source>{0} of {1} images that were checked are blank: choose other data, or check how they were made.</source>
        <translation>검사한 이미지 {1}장 가운데 {0}장이 비어 있습니다. 다른 데이터를 고르거나, 이미지를 어떻게 만들었는지 확인하세요.</translation>
    </message>
    <message>
        <source>All {0} images that were checked are blank: choose other data, or check how they were made.</source>
        <translation>검사한 이미지 {0}장이 모두 비어 있습니다. 다른 데이터를 고르거나, 이미지를 어떻게 만들었는지 확인하세요.</translation>
    </message>
    <message>
        <source>All {0:,} images are the same: nothing can be learned from them. Choose other data.</source>
        <translation>이미지 {0:,}장이 모두 같아서 아무것도 배울 수 없습니다. 다른 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>give it a name that ends in .png.</source>
        <translation>이름이 .png로 끝나게 하세요.</translation>
    </message>
    <message>
        <source>They may be in another order than the images: check how the file was made.</source>
        <translation>레이블과 이미지의 순서가 다를 수 있습니다. 파일을 어떻게 만들었는지 확인하세요.</translation>
    </message>
    <message>
        <source>The labels do not fit the images: of {0} images that were checked, the shipped network reads {1} as they are labelled. {2}</source>
        <translation>레이블이 이미지와 맞지 않습니다. 검사한 이미지 {0}장 가운데 기본 제공 신경망이 레이블대로 읽은 것은 {1}장입니다. {2}</translation>
    </message>
    <message>
        <source>The images show several digits: check how the labels were saved.</source>
        <translation>이미지에는 여러 숫자가 있습니다. 레이블을 어떻게 저장했는지 확인하세요.</translation>
    </message>
    <message>
        <source>Most labels are {0} too large: correct them in the file.</source>
        <translation>레이블이 대부분 {0}만큼 큽니다. 파일에서 고치세요.</translation>
    </message>
    <message>
        <source>Labels were exchanged: those of {0}, for example, are read as {1}. Correct them in the file.</source>
        <translation>레이블이 뒤바뀌었습니다. 예를 들어 레이블이 {0}인 이미지를 신경망이 읽은 결과는 {1}입니다. 파일에서 고치세요.</translation>
    </message>
    <message>
        <source>All {0:,} images have the label {1}: from one digit alone a network learns to answer nothing else. Choose data with several digits.</source>
        <translation>이미지 {0:,}장의 레이블이 모두 {1}입니다. 한 숫자만 학습한 신경망은 다른 답을 하지 못합니다. 여러 숫자가 있는 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Most labels are {0} too small: correct them in the file.</source>
        <translation>레이블이 대부분 {0}만큼 작습니다. 파일에서 고치세요.</translation>
    </message>
    <message>
        <source>There is no calculation for the layer {0}.</source>
        <translation>{0} 계층의 계산은 없습니다.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: HEIC 사진은 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a raw photo of a camera, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: 카메라의 RAW 사진은 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is an SVG image that Digit Lab has not written, and not made of pixels: export it as JPEG or PNG.</source>
        <translation>{0}: Digit Lab이 쓴 것이 아니고 픽셀로 이루어지지 않은 SVG 이미지입니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a web page, not an image: save the image itself, or take a screenshot.</source>
        <translation>{0}: 이미지가 아니라 웹 페이지입니다. 이미지 자체를 저장하거나 화면을 캡처하세요.</translation>
    </message>
    <message>
        <source>{0} is a video, not an image: take a screenshot of it.</source>
        <translation>{0}: 이미지가 아니라 동영상입니다. 화면을 캡처하세요.</translation>
    </message>
    <message>
        <source>{0} is an AVIF image, which this installation of Pillow does not read: export it as JPEG or PNG.</source>
        <translation>{0}: 이 컴퓨터에 설치된 Pillow가 읽지 못하는 AVIF 이미지입니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is not an image that can be read: PNG, JPEG, BMP, GIF, WebP, TIFF or AVIF.</source>
        <translation>{0}: 읽을 수 있는 이미지가 아닙니다. PNG, JPEG, BMP, GIF, WebP, TIFF, AVIF를 읽습니다.</translation>
    </message>
    <message>
        <source>{0} is a PDF document, not an image: export it as JPEG or PNG, or take a screenshot.</source>
        <translation>{0}: 이미지가 아니라 PDF 문서입니다. JPEG나 PNG로 내보내거나 화면을 캡처하세요.</translation>
    </message>
    <message>
        <source>{0} is a PostScript document, not an image: export it as JPEG or PNG.</source>
        <translation>{0}: 이미지가 아니라 PostScript 문서입니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a Photoshop file, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: Photoshop 파일은 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a GIMP file, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: GIMP 파일은 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a JPEG XL image, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: JPEG XL 이미지는 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a JPEG 2000 image, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: JPEG 2000 이미지는 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is an icon, which Digit Lab does not read: export it as JPEG or PNG.</source>
        <translation>{0}: 아이콘은 Digit Lab이 읽지 않습니다. JPEG나 PNG로 내보내세요.</translation>
    </message>
    <message>
        <source>{0} is a ZIP archive or an office document, not an image: unpack it, or take a screenshot.</source>
        <translation>{0}: 이미지가 아니라 ZIP 압축 파일이나 오피스 문서입니다. 압축을 풀거나 화면을 캡처하세요.</translation>
    </message>
    <message>
        <source>a point is too far from the canvas, whose corners are (0, 0) and ({0}, {0}).</source>
        <translation>캔버스에서 너무 먼 점이 있습니다. 캔버스의 모서리는 (0, 0)과 ({0}, {0})입니다.</translation>
    </message>
    <message>
        <source>it is longer than a drawing can be. Choose another file.</source>
        <translation>그림으로는 너무 깁니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds no drawing of Digit Lab. Choose another file.</source>
        <translation>Digit Lab의 그림이 들어 있지 않습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it was written by a newer version of Digit Lab. Update Digit Lab to open it.</source>
        <translation>더 새로운 Digit Lab에서 쓴 파일입니다. 열려면 Digit Lab을 최신 버전으로 바꾸세요.</translation>
    </message>
    <message>
        <source>its canvas is not the {0} × {0} that Digit Lab draws on. Choose another file.</source>
        <translation>캔버스가 Digit Lab에서 쓰는 {0} × {0} 크기가 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>a brush is wider than 0, and at most as wide as the canvas, which is {0}.</source>
        <translation>붓의 굵기는 0보다 크고 캔버스의 너비인 {0} 이하여야 합니다.</translation>
    </message>
    <message>
        <source>it has {0:,} strokes, and a drawing has {1:,} at most.</source>
        <translation>획이 {0:,}개인데, 그림 하나에는 {1:,}개까지 있습니다.</translation>
    </message>
    <message>
        <source>there is nothing drawn.</source>
        <translation>그린 것이 없습니다.</translation>
    </message>
    <message>
        <source>it has {0:,} points, and a drawing has {1:,} at most.</source>
        <translation>점이 {0:,}개인데, 그림 하나에는 {1:,}개까지 있습니다.</translation>
    </message>
    <message>
        <source>its strokes are longer than Digit Lab can show.</source>
        <translation>획이 Digit Lab에서 표시할 수 있는 것보다 깁니다.</translation>
    </message>
    <message>
        <source>an image has no strokes, and can only be saved as PNG. Choose a name that ends in .png.</source>
        <translation>이미지에는 획이 없어 PNG로만 저장할 수 있습니다. .png로 끝나는 이름을 고르세요.</translation>
    </message>
    <message>
        <source>it is not text that Digit Lab wrote. Choose another file.</source>
        <translation>Digit Lab이 쓴 텍스트가 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its name must end in {0} or {1}.</source>
        <translation>이름은 다음 중 하나로 끝나야 합니다: {0}, {1}.</translation>
    </message>
    <message>
        <source>it has more than {0:,} parts. Save it as PNG.</source>
        <translation>부분이 {0:,}개보다 많습니다. PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>it is a progressive JPEG of {0:,} scans, and Digit Lab reads {1} at most. Save it as PNG.</source>
        <translation>스캔이 {0:,}개인 프로그레시브 JPEG입니다. Digit Lab은 {1}개까지 읽습니다. PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>it is a progressive JPEG that takes too long to decode. Save it as PNG or as a smaller image.</source>
        <translation>해독에 너무 오래 걸리는 프로그레시브 JPEG입니다. PNG나 더 작은 이미지로 저장하세요.</translation>
    </message>
    <message>
        <source>it takes longer than {0:.0f} seconds to read. Choose a smaller image.</source>
        <translation>읽는 데 {0:.0f}초보다 오래 걸립니다. 더 작은 이미지를 고르세요.</translation>
    </message>
    <message>
        <source>of this kind of PGM or PPM, Digit Lab reads {0:,} pixels at most. Save it as PNG.</source>
        <translation>이런 PGM이나 PPM은 {0:,}픽셀까지 읽습니다. PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation>{0}: 열 수 없습니다. {1}</translation>
    </message>
    <message>
        <source>{0} is too large: choose one of at most {1} million pixels.</source>
        <translation>{0}: 너무 큽니다. {1}메가픽셀 이하인 것을 고르세요.</translation>
    </message>
    <message>
        <source>There is not enough memory for {0}: choose a smaller image.</source>
        <translation>{0}: 메모리가 부족합니다. 더 작은 이미지를 고르세요.</translation>
    </message>
    <message>
        <source>{0} is damaged or cut off: it cannot be read.</source>
        <translation>{0}: 손상되었거나 잘려서 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>it holds no strokes of Digit Lab. Save it as PNG where it was made, and open that as an image.</source>
        <translation>Digit Lab의 획이 들어 있지 않습니다. 만든 프로그램에서 PNG로 저장하고 이미지로 여세요.</translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no pickle</source>
        <translation>손상되었거나 잘렸거나 피클이 아닙니다</translation>
    </message>
    <message>
        <source>it calls something in a way that no array needs</source>
        <translation>배열에는 필요 없는 방식으로 무언가를 호출합니다</translation>
    </message>
    <message>
        <source>it gives something a state that no array has</source>
        <translation>배열에는 없는 상태를 무언가에 지정합니다</translation>
    </message>
    <message>
        <source>something else than float16, float32 or float64</source>
        <translation>float16, float32, float64가 아닌 자료형</translation>
    </message>
    <message>
        <source>Of pickles, Digit Lab opens a dict of arrays, such as the book&apos;s; save other weights with numpy.savez.</source>
        <translation>피클 가운데 Digit Lab은 책의 것처럼 배열로 된 dict를 엽니다. 다른 가중치는 numpy.savez로 저장하세요.</translation>
    </message>
    <message>
        <source>something follows its end</source>
        <translation>끝난 뒤에 무언가가 더 있습니다</translation>
    </message>
    <message>
        <source>it holds other things than arrays, numbers and texts</source>
        <translation>배열, 수, 텍스트가 아닌 것이 들어 있습니다</translation>
    </message>
    <message>
        <source>it asks for {0}, which no dict of arrays needs</source>
        <translation>배열로 된 dict에는 필요 없는 것을 요구합니다: {0}</translation>
    </message>
    <message>
        <source>Save its arrays in Python with numpy.savez(&quot;weights.npz&quot;, {0}) and open weights.npz.</source>
        <translation>파이썬에서 numpy.savez(&quot;weights.npz&quot;, {0})로 배열을 저장하고 weights.npz를 여세요.</translation>
    </message>
    <message>
        <source>it holds an array of an impossible shape</source>
        <translation>형상이 있을 수 없는 배열이 들어 있습니다</translation>
    </message>
    <message>
        <source>it holds an array whose bytes are not as many as its shape needs</source>
        <translation>바이트 수가 형상과 맞지 않는 배열이 들어 있습니다</translation>
    </message>
    <message>
        <source>it is no dict of arrays</source>
        <translation>배열로 된 dict가 아닙니다</translation>
    </message>
    <message>
        <source>it was refused and nothing in it was run, because {0}. {1}</source>
        <translation>열기를 거부했고, 그 안의 어떤 것도 실행하지 않았습니다. 이유: {0}. {1}</translation>
    </message>
    <message>
        <source>it was refused and nothing in it was run, because {0}. Of pickles, Digit Lab opens dicts, tuples and lists of NumPy arrays; save other data with numpy.savez.</source>
        <translation>열기를 거부했고, 그 안의 어떤 것도 실행하지 않았습니다. 이유: {0}. 피클 가운데 Digit Lab은 NumPy 배열로 된 dict, tuple, list를 엽니다. 다른 데이터는 numpy.savez로 저장하세요.</translation>
    </message>
    <message>
        <source>it is longer than any dict of arrays</source>
        <translation>배열로 된 dict로는 너무 깁니다</translation>
    </message>
    <message>
        <source>it is nested deeper than any data</source>
        <translation>데이터로는 너무 깊게 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>it holds other things than arrays: {0}</source>
        <translation>배열이 아닌 것이 들어 있습니다: {0}</translation>
    </message>
    <message>
        <source>it holds an array of {0}</source>
        <translation>배열의 자료형이 맞지 않습니다: {0}</translation>
    </message>
    <message>
        <source>its arrays do not each have a name of their own</source>
        <translation>배열마다 이름이 따로 있지 않습니다</translation>
    </message>
    <message>
        <source>it uses the pickle instruction {0}, which no dict of plain arrays needs</source>
        <translation>배열로 된 dict에는 필요 없는 피클 명령을 씁니다: {0}</translation>
    </message>
    <message>
        <source>it holds {0}, an array of {1}</source>
        <translation>{0} 배열의 자료형이 맞지 않습니다: {1}</translation>
    </message>
    <message>
        <source>it is damaged or cut off. Copy or download it again.</source>
        <translation>손상되었거나 잘려 있습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>its metadata is malformed. Copy or download it again.</source>
        <translation>메타데이터의 형식이 잘못되었습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>the weights of a network</source>
        <translation>신경망의 가중치</translation>
    </message>
    <message>
        <source>a checkpoint of a training</source>
        <translation>학습의 체크포인트</translation>
    </message>
    <message>
        <source>a training run</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>the curves of a training</source>
        <translation>학습의 곡선</translation>
    </message>
    <message>
        <source>the settings of a training</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the folder and the room on the disk.</source>
        <translation>시스템 메시지: “{0}”. 폴더와 디스크의 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>수 하나</translation>
    </message>
    <message>
        <source>{0} cannot be saved: {1}</source>
        <translation>{0}: 저장할 수 없습니다. {1}</translation>
    </message>
    <message>
        <source>{0} cannot be imported: {1}</source>
        <translation>{0}: 가져올 수 없습니다. {1}</translation>
    </message>
    <message>
        <source>{0} cannot be exported: {1}</source>
        <translation>{0}: 내보낼 수 없습니다. {1}</translation>
    </message>
    <message>
        <source>it would be larger than the {0} MB that Digit Lab reads. Use a smaller network.</source>
        <translation>Digit Lab이 읽는 {0} MB보다 커집니다. 더 작은 신경망을 쓰세요.</translation>
    </message>
    <message>
        <source>that is a folder. Choose another name.</source>
        <translation>폴더입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>that is a device, a socket or a named pipe, and not a file. Choose another name.</source>
        <translation>파일이 아니라 장치, 소켓 또는 파이프입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>그 밖의 {0}개</translation>
    </message>
    <message>
        <source>it holds something else, not {0}. Choose another file.</source>
        <translation>들어 있어야 할 것이 아닙니다. 필요한 것: {0}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds a number too large for float32. Choose other weights.</source>
        <translation>{0} 배열에 float32로는 너무 큰 수가 있습니다. 다른 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>it changed while it was read. Try again.</source>
        <translation>읽는 동안 파일이 바뀌었습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>it is a folder or a device. Choose a file.</source>
        <translation>폴더나 장치입니다. 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is larger than the {0} MB that Digit Lab reads. Choose a smaller file.</source>
        <translation>Digit Lab이 읽는 {0} MB보다 큽니다. 더 작은 파일을 고르세요.</translation>
    </message>
    <message>
        <source>there is no such file. Check the name and the folder.</source>
        <translation>그런 파일이 없습니다. 이름과 폴더를 확인하세요.</translation>
    </message>
    <message>
        <source>it may not be read. Give yourself permission to read it.</source>
        <translation>읽을 권한이 없습니다. 읽기 권한을 얻으세요.</translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the name and the disk.</source>
        <translation>시스템 메시지: “{0}”. 이름과 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>a fact about it is no JSON value ({0}).</source>
        <translation>파일에 대한 정보가 JSON 값이 아닙니다({0}).</translation>
    </message>
    <message>
        <source>it holds {0}, not {1}. Choose another file.</source>
        <translation>들어 있는 것: {0}. 필요한 것: {1}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its array {0} is missing. Copy or download it again.</source>
        <translation>{0} 배열이 없습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{0} is {1}, and should be {2}.</source>
        <translation>{0} 배열의 형상이 {1}입니다. 필요한 형상: {2}.</translation>
    </message>
    <message>
        <source>it holds an array {0} that does not belong there.</source>
        <translation>관계없는 배열이 들어 있습니다: {0}.</translation>
    </message>
    <message>
        <source>{0} is of type {1}, not float32.</source>
        <translation>{0} 배열의 자료형이 float32가 아니라 {1}입니다.</translation>
    </message>
    <message>
        <source>{0} holds NaN (not a number), so it cannot be used. Train again, or choose other weights.</source>
        <translation>{0} 배열에 NaN(수가 아닌 값)이 있어 쓸 수 없습니다. 다시 학습하거나 다른 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds an infinite number, so it cannot be used. Train again, or choose other weights.</source>
        <translation>{0} 배열에 무한대가 있어 쓸 수 없습니다. 다시 학습하거나 다른 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>the system says “{0}”. Check the disk.</source>
        <translation>시스템 메시지: “{0}”. 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>The {0} is damaged. Start Digit Lab again: {1}.</source>
        <translation>{0}: 손상되었습니다. Digit Lab을 다시 시작하세요. {1}.</translation>
    </message>
    <message>
        <source>Another window of Digit Lab is busy with the {0}. Try again in a moment.</source>
        <translation>Digit Lab의 다른 창에서 사용 중입니다: {0}. 잠시 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The {0} in “{1}” cannot be read or written: the system says “{2}”. Check the folder and the room on the disk.</source>
        <translation>“{1}” 폴더에서 읽거나 쓸 수 없습니다: {0}. 시스템 메시지: “{2}”. 폴더와 디스크의 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>The {0} “{1}” is damaged and cannot be moved aside: the system says “{2}”. Close every window of Digit Lab and start it again.</source>
        <translation>{0} “{1}”: 손상되었는데 다른 곳으로 옮길 수 없습니다. 시스템 메시지: “{2}”. Digit Lab의 모든 창을 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The {0} in “{1}” were stored by a newer version of Digit Lab. Update Digit Lab to see them; they are left as they are.</source>
        <translation>“{1}” 폴더의 {0}: 더 새로운 Digit Lab에서 저장한 것입니다. 보려면 Digit Lab을 최신 버전으로 바꾸세요. 저장된 것은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Open the address in a browser to see what it says, and download the file again.</source>
        <translation>브라우저에서 그 주소를 열어 내용을 확인하고 파일을 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 이미지</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 이미지</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>HDF5 파일</translation>
    </message>
    <message>
        <source>a file of MATLAB</source>
        <translation>MATLAB 파일</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>Parquet 파일</translation>
    </message>
    <message>
        <source>an Arrow file</source>
        <translation>Arrow 파일</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 압축 파일</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 압축 파일</translation>
    </message>
    <message>
        <source>packed with bzip2</source>
        <translation>bzip2 압축 파일</translation>
    </message>
    <message>
        <source>packed with xz</source>
        <translation>xz 압축 파일</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 데이터베이스</translation>
    </message>
    <message>
        <source>a single array of numpy.save</source>
        <translation>numpy.save로 저장한 배열 하나</translation>
    </message>
    <message>
        <source>it is a web page, saved under the name of a data file: a server sent it instead. {0}</source>
        <translation>데이터 파일의 이름으로 저장된 웹 페이지입니다. 서버가 데이터 대신 보낸 것입니다. {0}</translation>
    </message>
    <message>
        <source>it is only Git LFS’s pointer to the file. Run “git lfs pull” in its folder, or download the file.</source>
        <translation>파일 자체가 아니라 Git LFS의 포인터입니다. 그 폴더에서 “git lfs pull”을 실행하거나 파일을 내려받으세요.</translation>
    </message>
    <message>
        <source>it is only a server’s message, {0}. {1}</source>
        <translation>파일이 아니라 서버의 메시지입니다: {0}. {1}</translation>
    </message>
    <message>
        <source>it is a tar archive. Unpack it and choose the file in it.</source>
        <translation>tar 압축 파일입니다. 압축을 풀고 그 안의 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Unpack it and choose the file in it.</source>
        <translation>압축을 풀고 그 안의 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Save the images and labels with numpy.savez as x_train, y_train, x_test and y_test, and open that file.</source>
        <translation>numpy.savez로 이미지와 레이블을 x_train, y_train, x_test, y_test라는 이름으로 저장하고 그 파일을 여세요.</translation>
    </message>
    <message>
        <source>it is {0}, which Digit Lab does not read as data. {1}</source>
        <translation>Digit Lab이 데이터로 읽지 않는 파일입니다: {0}. {1}</translation>
    </message>
    <message>
        <source>“{0}” cannot be locked: the system says “{1}”. Check the folder and the disk.</source>
        <translation>“{0}” 파일을 잠글 수 없습니다. 시스템 메시지: “{1}”. 폴더와 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>.npz file</source>
        <translation>.npz 파일</translation>
    </message>
    <message>
        <source>the facts about it take more than the {0} MB that Digit Lab reads.</source>
        <translation>파일에 대한 정보가 Digit Lab이 읽는 {0} MB보다 큽니다.</translation>
    </message>
    <message>
        <source>its metadata is too long. Choose another file.</source>
        <translation>메타데이터가 너무 깁니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} is no array. Choose another file.</source>
        <translation>{0}: 배열이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} has a malformed header. Copy or download it again.</source>
        <translation>{0}: 헤더의 형식이 잘못되었습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{0} holds numbers of type {1}, and Digit Lab reads float16, float32 and float64. Save it as float32 if it is a weight, and leave it out if not.</source>
        <translation>{0} 배열의 자료형이 {1}입니다. Digit Lab은 float16, float32, float64를 읽습니다. 가중치라면 float32로 저장하고, 아니면 빼세요.</translation>
    </message>
    <message>
        <source>its array {0} is too large. Divide the file into several.</source>
        <translation>{0} 배열이 너무 큽니다. 파일을 여러 개로 나누세요.</translation>
    </message>
    <message>
        <source>{0} holds Python objects, which could run a program, and Digit Lab reads numbers and texts. Choose another file.</source>
        <translation>{0} 배열에 프로그램을 실행할 수도 있는 파이썬 객체가 있습니다. Digit Lab은 수와 텍스트를 읽습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} holds values of type {1}, and Digit Lab reads numbers and texts. Choose another file.</source>
        <translation>{0} 배열의 자료형이 {1}입니다. Digit Lab은 수와 텍스트를 읽습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} is not as large as its header says. Copy or download it again.</source>
        <translation>{0} 배열의 크기가 헤더와 다릅니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no safetensors file. Copy or download it again.</source>
        <translation>손상되었거나 잘렸거나 safetensors 파일이 아닙니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>it is no safetensors file, or its header is larger than Digit Lab reads. Choose another file.</source>
        <translation>safetensors 파일이 아니거나, 헤더가 Digit Lab이 읽는 것보다 큽니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} is stored as {1}, and Digit Lab reads F16, F32 and F64. Save it as F32 if it is a weight, and leave it out if not.</source>
        <translation>{0} 배열의 자료형이 {1}입니다. Digit Lab은 F16, F32, F64를 읽습니다. 가중치라면 F32로 저장하고, 아니면 빼세요.</translation>
    </message>
    <message>
        <source>it holds more than {0:,} files, too many for a {1}. Choose another file.</source>
        <translation>들어 있는 파일이 {0:,}개보다 많아서 {1} 형식으로는 너무 많습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is no {0}. Choose another file.</source>
        <translation>{0} 형식이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>unpacked, it is larger than {0:,.0f} MB, too large for a {1}. Choose another file.</source>
        <translation>압축을 풀면 {0:,.0f} MB보다 커서 {1} 형식으로는 너무 큽니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>unpacked, it is more than {0} times as large, which no {1} is. Choose another file.</source>
        <translation>압축을 풀면 {0}배가 넘게 커집니다. {1} 형식은 그렇지 않습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds two files called {0}. Choose another file.</source>
        <translation>이름이 같은 파일이 두 개 들어 있습니다: {0}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it is encrypted. Unpack it and pack it again without a password.</source>
        <translation>암호화되어 있습니다. 압축을 풀고 암호 없이 다시 압축하세요.</translation>
    </message>
    <message>
        <source>it is compressed in a way that Digit Lab does not read. Save it as a plain zip file.</source>
        <translation>Digit Lab이 읽지 않는 방식으로 압축되어 있습니다. 일반 zip 파일로 저장하세요.</translation>
    </message>
    <message>
        <source>The process that trained was ended from outside, perhaps because memory was short. What was stored of the run can be resumed.</source>
        <translation>학습 프로세스가 외부에서 종료되었습니다. 메모리가 부족했을 수 있습니다. 저장된 데까지는 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>The training process did not answer, perhaps because it was suspended, so it was ended. What was stored of the run can be resumed.</source>
        <translation>학습 프로세스가 응답하지 않아 종료했습니다. 컴퓨터가 절전 상태였을 수 있습니다. 저장된 데까지는 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no initialisation called “{0}”: choose one of {1}.</source>
        <translation>“{0}”: 이런 가중치 초깃값은 없습니다. 다음 중에서 고르세요: {1}.</translation>
    </message>
    <message>
        <source>The standard deviation of the initial weights cannot be {0}.</source>
        <translation>가중치 초깃값의 표준편차로 쓸 수 없는 값입니다: {0}.</translation>
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
        <translation>Affine 계층의 뉴런은 1개부터 {0:,}개까지입니다. 주어진 수: {1:,}.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>A Convolution layer has from 1 to {0:,} filters, not {1:,}.</source>
        <translation>합성곱 계층의 필터는 1개부터 {0:,}개까지입니다. 주어진 수: {1:,}.</translation>
    </message>
    <message>
        <source>A filter&apos;s side and its stride are from 1 to 28 pixels, the padding from 0 to 28.</source>
        <translation>필터의 한 변과 스트라이드는 1부터 28픽셀까지, 패딩은 0부터 28까지입니다.</translation>
    </message>
    <message>
        <source>A Convolution layer takes images (channels, height, width), not the shape {0}.</source>
        <translation>합성곱 계층은 이미지(채널, 높이, 너비)를 받습니다. 주어진 형상: {0}.</translation>
    </message>
    <message>
        <source>A filter of {0} × {0} does not fit into an image of {1} × {2} with a padding of {3}.</source>
        <translation>{0} × {0} 필터는 패딩이 {3}인 {1} × {2} 이미지에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>The ratio of a Dropout layer is at least 0 and below 1, not {0}.</source>
        <translation>드롭아웃 계층의 비율은 0 이상 1 미만입니다. 주어진 값: {0}.</translation>
    </message>
    <message>
        <source>BatchNormalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>The momentum of BatchNormalization is at least 0 and below 1, not {0}.</source>
        <translation>배치 정규화의 momentum은 0 이상 1 미만입니다. 주어진 값: {0}.</translation>
    </message>
    <message>
        <source>MaxPooling</source>
        <translation>최대 풀링</translation>
    </message>
    <message>
        <source>The windows of a MaxPooling layer have sides of 1 to 28 pixels, not {0}.</source>
        <translation>최대 풀링 계층의 윈도우는 한 변이 1부터 28픽셀까지입니다. 주어진 값: {0}.</translation>
    </message>
    <message>
        <source>A MaxPooling layer takes images (channels, height, width), not the shape {0}.</source>
        <translation>최대 풀링 계층은 이미지(채널, 높이, 너비)를 받습니다. 주어진 형상: {0}.</translation>
    </message>
    <message>
        <source>An image of {0} × {1} has no room for a pooling window of {2} × {2}.</source>
        <translation>{0} × {1} 이미지에는 {2} × {2} 풀링 윈도우가 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>This version knows no layer called “{0}”.</source>
        <translation>이 버전은 “{0}” 계층을 모릅니다.</translation>
    </message>
    <message>
        <source>The input must be a row of at most {0:,} numbers or an image, not {1}.</source>
        <translation>입력은 값이 {0:,}개 이하인 한 행이거나 이미지여야 합니다. 주어진 형상: {1}.</translation>
    </message>
    <message>
        <source>A network has from 1 to {0} layers, not {1}.</source>
        <translation>신경망의 계층은 1개부터 {0}개까지입니다. 주어진 수: {1}.</translation>
    </message>
    <message>
        <source>The last layer must have a row of outputs, not the shape {0}.</source>
        <translation>마지막 계층의 출력은 한 행이어야 합니다. 주어진 형상: {0}.</translation>
    </message>
    <message>
        <source>There is no activation called “{0}”: choose one of {1}.</source>
        <translation>“{0}”: 이런 활성화 함수는 없습니다. 다음 중에서 고르세요: {1}.</translation>
    </message>
    <message>
        <source>The input must be 784 pixels or an image of 1 × 28 × 28, not {0}.</source>
        <translation>입력은 784픽셀이거나 1 × 28 × 28 이미지여야 합니다. 주어진 형상: {0}.</translation>
    </message>
    <message>
        <source>The last layer must have 10 outputs, one a digit, not the shape ({0},).</source>
        <translation>마지막 계층의 출력은 숫자마다 하나씩 10개여야 합니다. 주어진 형상: ({0},).</translation>
    </message>
    <message>
        <source>The description of the network is malformed ({0}).</source>
        <translation>신경망의 설명이 형식에 맞지 않습니다({0}).</translation>
    </message>
    <message>
        <source>There is no home folder to store your drawings and trainings in: set the environment variable DIGITLAB_DATA to a folder for them.</source>
        <translation>그림과 학습 기록을 저장할 홈 폴더가 없습니다. 환경 변수 DIGITLAB_DATA에 저장할 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>The name of the data folder “{0}” is not UTF-8: set the environment variable DIGITLAB_DATA to another folder.</source>
        <translation>데이터 폴더 “{0}”의 이름이 UTF-8이 아닙니다. 환경 변수 DIGITLAB_DATA에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>The weights that come with the program are missing: there is no “{0}”.</source>
        <translation>프로그램과 함께 제공되는 가중치가 없습니다. “{0}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>file of a training run</source>
        <translation>학습 기록 파일</translation>
    </message>
    <message>
        <source>it holds {0:,} losses of {1:,} mini-batches.</source>
        <translation>손실은 {0:,}개인데 미니배치는 {1:,}개입니다.</translation>
    </message>
    <message>
        <source>its weights are of another network than it says.</source>
        <translation>가중치가 적혀 있는 것과 다른 신경망의 것입니다.</translation>
    </message>
    <message>
        <source>it holds {0}, which belongs to no training run. Choose another file.</source>
        <translation>학습 기록에 속하지 않는 것이 들어 있습니다: {0}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds no {0}, so it is no training run. Choose another file.</source>
        <translation>{0} 파일이 없으므로 학습 기록이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its losses are {0}, not one-dimensional.</source>
        <translation>손실이 1차원이 아닙니다: {0}.</translation>
    </message>
    <message>
        <source>it has an impossible value for the accuracies.</source>
        <translation>정확도에 있을 수 없는 값이 있습니다.</translation>
    </message>
    <message>
        <source>its accuracies are not in order.</source>
        <translation>정확도가 순서대로 있지 않습니다.</translation>
    </message>
    <message>
        <source>its losses are damaged.</source>
        <translation>손실이 손상되었습니다.</translation>
    </message>
    <message>
        <source>fingerprint of its data</source>
        <translation>데이터의 지문</translation>
    </message>
    <message>
        <source>number of its images</source>
        <translation>이미지의 수</translation>
    </message>
    <message>
        <source>length of an epoch</source>
        <translation>에폭의 길이</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>its status is unknown to this version of Digit Lab.</source>
        <translation>이 버전의 Digit Lab이 모르는 상태입니다.</translation>
    </message>
    <message>
        <source>it has an impossible value for the {0}.</source>
        <translation>있을 수 없는 값이 있습니다: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n에폭</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>반복 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>lr</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>데이터 확장</translation>
    </message>
    <message>
        <source>{0} schedule</source>
        <translation>{0} 스케줄</translation>
    </message>
    <message>
        <source>dropout {0:g}</source>
        <translation>드롭아웃 {0:g}</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>The list of your runs was damaged and has been repaired: nothing in it was lost.</source>
        <translation>학습 기록 목록이 손상되어 복구했습니다. 잃은 것은 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The list of your runs was damaged: %n run(s) (was/were) found again, and the old list is “{0}”.</source>
        <translation>
            <numerusform>학습 기록 목록이 손상되었습니다. 학습 기록 %n개를 다시 찾았고, 이전 목록은 “{0}” 파일입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) (is/are) not shown: damaged, or of a newer version of Digit Lab.</source>
        <translation>
            <numerusform>학습 기록 %n개를 표시하지 않습니다. 손상되었거나 더 새로운 Digit Lab에서 만든 것입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) (was/were) found again that the list of your runs did not know.</source>
        <translation>
            <numerusform>학습 기록 목록에 없던 기록 %n개를 다시 찾았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>A curve cannot be read: {0}</source>
        <translation>곡선을 읽을 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>학습 기록에는 이름이 있어야 합니다.</translation>
    </message>
    <message>
        <source>This is not the id of a run.</source>
        <translation>이것은 학습 기록의 식별자가 아닙니다.</translation>
    </message>
    <message>
        <source>Runs cannot be stored in “{0}”: {1}</source>
        <translation>학습 기록을 “{0}” 폴더에 저장할 수 없습니다. {1}</translation>
    </message>
    <message>
        <source>“{0}” is {1} and cannot be resumed.</source>
        <translation>“{0}” 기록은 이어서 학습할 수 없습니다. 상태: {1}.</translation>
    </message>
    <message>
        <source>The saved states of “{0}” are damaged: it cannot be resumed.</source>
        <translation>“{0}” 기록의 저장된 상태가 손상되어 이어서 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” is being trained: stop it first.</source>
        <translation>“{0}” 기록은 학습 중입니다. 먼저 중지하세요.</translation>
    </message>
    <message>
        <source>“{0}” has no weights yet.</source>
        <translation>“{0}” 기록에는 아직 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” has no weights of this iteration.</source>
        <translation>“{0}” 기록에는 그 반복의 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” is being trained in another window.</source>
        <translation>“{0}” 기록은 다른 창에서 학습 중입니다.</translation>
    </message>
    <message>
        <source>This run is no longer there: it was deleted for good.</source>
        <translation>이 학습 기록은 이제 없습니다. 완전히 삭제되었습니다.</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>list of runs</source>
        <translation>학습 기록 목록</translation>
    </message>
    <message>
        <source>it looks for the runs in their folders</source>
        <translation>그러면 폴더에서 학습 기록을 찾습니다</translation>
    </message>
    <message>
        <source>A stored run cannot be read: {0}</source>
        <translation>저장된 학습 기록을 읽을 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>accuracies</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>random generator</source>
        <translation>난수 생성기</translation>
    </message>
    <message>
        <source>its {0} are malformed.</source>
        <translation>형식이 잘못되었습니다: {0}.</translation>
    </message>
    <message>
        <source>it has an impossible number of steps of the optimiser.</source>
        <translation>옵티마이저의 스텝 수가 있을 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>it holds arrays that do not belong to a training.</source>
        <translation>학습에 속하지 않는 배열이 들어 있습니다.</translation>
    </message>
    <message>
        <source>its {0} are not valid. {1}</source>
        <translation>올바르지 않습니다: {0}. {1}</translation>
    </message>
    <message>
        <source>its {0} are not complete.</source>
        <translation>완전하지 않습니다: {0}.</translation>
    </message>
    <message>
        <source>{0} among its {1} is malformed, or unknown to this version of Digit Lab.</source>
        <translation>{1} 가운데 {0}: 형식이 잘못되었거나 이 버전의 Digit Lab이 모르는 것입니다.</translation>
    </message>
    <message>
        <source>Early stopping needs a validation split to be measured on.</source>
        <translation>조기 종료를 하려면 정확도를 잴 검증 데이터가 필요합니다.</translation>
    </message>
    <message>
        <source>Try learning rate {0:g}.</source>
        <translation>학습률을 {0:g} 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>Use He initialisation.</source>
        <translation>He 초깃값을 사용하세요.</translation>
    </message>
    <message>
        <source>Try a ratio of {0:g}.</source>
        <translation>비율을 {0:g} 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>Use dropout {0:g}</source>
        <translation>드롭아웃 {0:g} 사용</translation>
    </message>
    <message>
        <source>Use learning rate {0:g}</source>
        <translation>학습률 {0:g} 사용</translation>
    </message>
    <message>
        <source>Use ReLU and He initialisation.</source>
        <translation>ReLU와 He 초깃값을 사용하세요.</translation>
    </message>
    <message>
        <source>Use Xavier initialisation.</source>
        <translation>Xavier 초깃값을 사용하세요.</translation>
    </message>
    <message>
        <source>Use He initialisation</source>
        <translation>He 초깃값 사용</translation>
    </message>
    <message>
        <source>Use ReLU and He initialisation</source>
        <translation>ReLU와 He 초깃값 사용</translation>
    </message>
    <message>
        <source>Use Xavier initialisation</source>
        <translation>Xavier 초깃값 사용</translation>
    </message>
    <message>
        <source>The loss is {0:.3g}; guessing gives {1:.3g}.</source>
        <translation>손실은 {0:.3g}입니다. 무작위로 답할 때의 손실은 {1:.3g}입니다.</translation>
    </message>
    <message>
        <source>{0} of {1} neurons of the ReLU layer {2} are 0 for every image, so they cannot learn any more.</source>
        <translation>ReLU 계층 {2}의 뉴런 {1}개 가운데 {0}개가 모든 이미지에서 0이라 더는 학습되지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>There (was/were) only %n step(s), too few to learn from. Train for more epochs, or with smaller batches.</source>
        <translation>
            <numerusform>스텝이 %n번뿐이라 배우기에는 너무 적었습니다. 에폭을 늘리거나 배치 크기를 줄여서 학습하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0:.0f} % of the training images are predicted correctly, but only {1:.0f} % of the test images.</source>
        <translation>훈련 이미지는 {0:.0f}%를 바르게 예측하지만 시험 이미지는 {1:.0f}%만 바르게 예측합니다.</translation>
    </message>
    <message>
        <source>In each set the labels fit the images, so the two sets differ. Check whether the images of one are turned, or their labels shifted.</source>
        <translation>두 데이터 모두 레이블이 이미지와 맞으므로, 두 데이터가 서로 다른 것입니다. 한쪽의 이미지가 돌아가 있거나 레이블이 밀려 있지 않은지 확인하세요.</translation>
    </message>
    <message>
        <source>The images have contrast, no ReLU layer is dead, and the gradients of the first and the last W are {0:.1g} and {1:.1g}. No cause is sure: try more epochs first.</source>
        <translation>이미지에 명암 차이가 있고, 죽은 ReLU 계층이 없으며, 첫 W와 마지막 W의 기울기는 {0:.1g}, {1:.1g}입니다. 뚜렷한 원인이 없습니다. 먼저 에폭을 늘려 보세요.</translation>
    </message>
    <message>
        <source>The loss went only from {0:.3g} to {1:.3g} in {2:,} steps. The learning rate {3:g} is too small.</source>
        <translation>{2:,}스텝 동안 손실이 {0:.3g}에서 {1:.3g}까지만 바뀌었습니다. 학습률({3:g})이 너무 작습니다.</translation>
    </message>
    <message>
        <source>Initial weights of standard deviation {0:g} are too small for {1} layers: the gradient of W1 is only {2:.1g}, that of {3} {4:.1g}.</source>
        <translation>계층 {1}개에 표준편차 {0:g}인 가중치 초깃값은 너무 작습니다. W1의 기울기는 {2:.1g}, {3}의 기울기는 {4:.1g}입니다.</translation>
    </message>
    <message>
        <source>Initial weights of standard deviation {0:g} are too large for this network.</source>
        <translation>표준편차 {0:g}인 가중치 초깃값은 이 신경망에 너무 큽니다.</translation>
    </message>
    <message>
        <source>The weight decay {0:g} is too large: times the learning rate, it takes {1:.3g} % of every weight at each step. Try {2}.</source>
        <translation>가중치 감소 계수({0:g})가 너무 큽니다. 학습률을 곱하면 스텝마다 모든 가중치가 {1:.3g}%씩 줄어듭니다. {2} 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>Use weight decay {0}</source>
        <translation>가중치 감소 {0} 사용</translation>
    </message>
    <message>
        <source>The momentum {0:g} is too large: it makes each step {1:.3g} times as long. Try {2}.</source>
        <translation>Momentum 계수({0:g})가 너무 큽니다. 한 스텝의 길이가 {1:.3g}배로 늘어납니다. {2} 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>The images are dark on bright, so almost all inputs are large; a network learns better with bright ink on black. Invert the images, or try a smaller learning rate.</source>
        <translation>이미지가 밝은 바탕에 어두운 글씨라 입력이 거의 모두 큽니다. 신경망은 검은 바탕에 밝은 글씨일 때 더 잘 배웁니다. 이미지를 반전하거나 학습률을 줄여 보세요.</translation>
    </message>
    <message>
        <source>{0:.3g} % of the labels are wrong: with so many there is little to learn. Try {1:.0f} %.</source>
        <translation>레이블의 {0:.3g}%가 틀렸습니다. 이렇게 많으면 배울 것이 거의 없습니다. {1:.0f}% 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>The labels of the training images do not fit: the most similar image has the same label for only {0:.0f} % of them, as by chance. Check whether images or labels were shuffled.</source>
        <translation>훈련 이미지의 레이블이 맞지 않습니다. 가장 비슷한 이미지와 레이블이 같은 것이 {0:.0f}%뿐이어서 우연과 다르지 않습니다. 이미지나 레이블의 순서가 섞이지 않았는지 확인하세요.</translation>
    </message>
    <message>
        <source>The labels of the test images do not fit: the most similar image has the same label for only {0:.0f} % of them, as by chance. Check whether images or labels were shuffled.</source>
        <translation>시험 이미지의 레이블이 맞지 않습니다. 가장 비슷한 이미지와 레이블이 같은 것이 {0:.0f}%뿐이어서 우연과 다르지 않습니다. 이미지나 레이블의 순서가 섞이지 않았는지 확인하세요.</translation>
    </message>
    <message>
        <source>All {0:,} training images show no digit, so there is nothing to tell apart.</source>
        <translation>훈련 이미지 {0:,}장에 모두 숫자가 없어서 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>All {0:,} training images have the label {1}, so there is nothing to tell apart.</source>
        <translation>훈련 이미지 {0:,}장의 레이블이 모두 {1}입니다. 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The loss grew from {0:.3g} to {1:.3g} in {2:,} steps.</source>
        <translation>{2:,}스텝 동안 손실이 {0:.3g}에서 {1:.3g}까지 커졌습니다.</translation>
    </message>
    <message>
        <source>The steps were too large for them.</source>
        <translation>스텝이 너무 컸습니다.</translation>
    </message>
    <message>
        <source>{0:,} of {1:,} training images are blank: all their pixels are the same. Check how the files were made.</source>
        <translation>훈련 이미지 {1:,}장 가운데 {0:,}장이 비어 있습니다. 모든 픽셀이 같습니다. 파일을 어떻게 만들었는지 확인하세요.</translation>
    </message>
    <message>
        <source>The images have almost no contrast: their pixels differ by only {0:.0f} of 255. Scale the pixels so that they go from 0 to 255.</source>
        <translation>이미지에 명암 차이가 거의 없습니다. 픽셀의 차이가 255 중 {0:.0f}뿐입니다. 픽셀이 0부터 255까지가 되도록 바꾸세요.</translation>
    </message>
    <message>
        <source>{0:.0f} % of the outputs of {1} are at the ends of their range, where the gradient is close to 0.</source>
        <translation>{1} 출력의 {0:.0f}%가 범위의 양끝에 있습니다. 그곳에서는 기울기가 0에 가깝습니다.</translation>
    </message>
    <message>
        <source>Dropout removes {0:.0f} % of the outputs of a layer at each step: too many.</source>
        <translation>드롭아웃이 스텝마다 계층의 출력을 {0:.0f}%씩 없앱니다. 너무 많습니다.</translation>
    </message>
    <message>
        <source>The gradient vanishes in {0} Sigmoid layers: that of W1 was only {1:.1g}.</source>
        <translation>시그모이드 계층 {0}개를 지나며 기울기 소실이 일어납니다. W1의 기울기는 {1:.1g}뿐이었습니다.</translation>
    </message>
    <message>
        <source>The learning rate {0:g} is too large for this network.</source>
        <translation>학습률({0:g})이 이 신경망에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>The learning rate {0:g} is too large.</source>
        <translation>학습률({0:g})이 너무 큽니다.</translation>
    </message>
    <message>
        <source>Use momentum {0}</source>
        <translation>Momentum {0} 사용</translation>
    </message>
    <message>
        <source>Use {0:.0f} % wrong labels</source>
        <translation>틀린 레이블 {0:.0f}% 사용</translation>
    </message>
    <message>
        <source>Add images of other digits.</source>
        <translation>다른 숫자의 이미지를 추가하세요.</translation>
    </message>
    <message>
        <source>The loss was {0:.3g} at the first step; guessing gives {1:.3g}.</source>
        <translation>첫 스텝의 손실은 {0:.3g}입니다. 무작위로 답할 때의 손실은 {1:.3g}입니다.</translation>
    </message>
    <message>
        <source>The batch size {0:,} is larger than the {1:,} images, so each epoch was one step, and there were only {2:,}. Try batch size {3:,}.</source>
        <translation>배치 크기({0:,})가 이미지 수({1:,}장)보다 커서 에폭마다 스텝이 한 번이었고, 모두 {2:,}번뿐이었습니다. 배치 크기를 {3:,} 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>The batch size {0:,} is as large as the {1:,} images, so each epoch was one step, and there were only {2:,}. Try batch size {3:,}.</source>
        <translation>배치 크기({0:,})가 이미지 수({1:,}장)와 같아서 에폭마다 스텝이 한 번이었고, 모두 {2:,}번뿐이었습니다. 배치 크기를 {3:,} 정도로 해 보세요.</translation>
    </message>
    <message>
        <source>Use batch size {0:,}</source>
        <translation>배치 크기 {0:,} 사용</translation>
    </message>
    <message>
        <source>The training images are dark on bright, the test images bright on dark. Invert one of them.</source>
        <translation>훈련 이미지는 밝은 바탕에 어두운 글씨이고, 시험 이미지는 어두운 바탕에 밝은 글씨입니다. 한쪽을 반전하세요.</translation>
    </message>
    <message>
        <source>The test images are dark on bright, the training images bright on dark. Invert one of them.</source>
        <translation>시험 이미지는 밝은 바탕에 어두운 글씨이고, 훈련 이미지는 어두운 바탕에 밝은 글씨입니다. 한쪽을 반전하세요.</translation>
    </message>
    <message>
        <source>The loss is {0:.3g} after {1:,} steps, no better than guessing.</source>
        <translation>{1:,}스텝 뒤의 손실은 {0:.3g}입니다. 무작위로 답하는 것보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>One-cycle</source>
        <translation>원 사이클</translation>
    </message>
    <message>
        <source>from {0:,} to {1:,}</source>
        <translation>{0:,}~{1:,}</translation>
    </message>
    <message>
        <source>How the weights follow the gradient</source>
        <translation>가중치가 기울기를 따라가는 방법</translation>
    </message>
    <message>
        <source>The size of each step: above 0</source>
        <translation>한 스텝의 크기: 0보다 큰 값</translation>
    </message>
    <message>
        <source>How much of the velocity is kept at each step: from 0 to below 1</source>
        <translation>스텝마다 속도를 얼마나 유지하는지: 0 이상 1 미만</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>감쇠율</translation>
    </message>
    <message>
        <source>How much of the mean square of the gradient is kept at each step: from 0 to below 1</source>
        <translation>스텝마다 기울기 제곱의 평균을 얼마나 유지하는지: 0 이상 1 미만</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>베타 1</translation>
    </message>
    <message>
        <source>How much of the mean of the gradient is kept at each step: from 0 to below 1</source>
        <translation>스텝마다 기울기의 평균을 얼마나 유지하는지: 0 이상 1 미만</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>베타 2</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>The learning rate over time</source>
        <translation>시간에 따른 학습률</translation>
    </message>
    <message>
        <source>How often each training image is used</source>
        <translation>훈련 이미지마다 몇 번 쓰는지</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>How many mini-batches to train on</source>
        <translation>학습할 미니배치의 수</translation>
    </message>
    <message>
        <source>Images in a mini-batch</source>
        <translation>미니배치 하나의 이미지 수</translation>
    </message>
    <message>
        <source>Each step also makes every weight a little smaller: 0, or about 0.001</source>
        <translation>스텝마다 모든 가중치를 조금씩 줄입니다: 0 또는 0.001 정도</translation>
    </message>
    <message>
        <source>Weight averaging (EMA)</source>
        <translation>가중치 평균 (EMA)</translation>
    </message>
    <message>
        <source>Keep a running average of the weights: 0 for none, or a little below 1, such as 0.998</source>
        <translation>가중치의 이동 평균을 유지합니다: 쓰지 않으면 0, 쓰면 0.998처럼 1보다 조금 작은 값</translation>
    </message>
    <message>
        <source>The same seed gives the same network</source>
        <translation>시드가 같으면 같은 신경망이 나옵니다</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Rotate by up to this many degrees in each direction</source>
        <translation>양쪽으로 이 각도까지 돌립니다</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>크기 변화</translation>
    </message>
    <message>
        <source>Scale width and height, each by up to this percentage</source>
        <translation>너비와 높이를 각각 이 퍼센트까지 바꿉니다</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>기울이기</translation>
    </message>
    <message>
        <source>Slant by up to this percentage of the height in each direction</source>
        <translation>높이의 이 퍼센트까지 양쪽으로 기울입니다</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Move by up to this many pixels in each direction</source>
        <translation>각 방향으로 이 픽셀까지 옮깁니다</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>탄성 왜곡</translation>
    </message>
    <message>
        <source>Displace every pixel by about this many pixels</source>
        <translation>모든 픽셀을 이 픽셀 정도 어긋나게 합니다</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>굵기</translation>
    </message>
    <message>
        <source>100 makes lines up to two pixels thicker or thinner</source>
        <translation>100이면 선이 2픽셀까지 굵어지거나 가늘어집니다</translation>
    </message>
    <message>
        <source>Anneal</source>
        <translation>점차 줄이기</translation>
    </message>
    <message>
        <source>In this last part of the training the augmentation decreases to 0; 0 % keeps it to the end</source>
        <translation>학습의 마지막 이만큼 동안 데이터 확장을 0까지 줄입니다. 0%이면 끝까지 그대로 둡니다</translation>
    </message>
    <message>
        <source>Validation split</source>
        <translation>검증 데이터</translation>
    </message>
    <message>
        <source>The part of the training images that is not trained on</source>
        <translation>학습에 쓰지 않는 훈련 이미지의 비율</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>기다릴 에폭</translation>
    </message>
    <message>
        <source>Stop after this many epochs without a better accuracy; 0: train to the end and keep the last weights</source>
        <translation>이만큼의 에폭 동안 정확도가 나아지지 않으면 끝냅니다. 0: 끝까지 학습하고 마지막 가중치를 남깁니다</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>훈련 이미지</translation>
    </message>
    <message>
        <source>So many images of the training set are used, always the same ones</source>
        <translation>훈련 데이터에서 쓰는 이미지의 수. 항상 같은 이미지를 씁니다</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>틀린 레이블</translation>
    </message>
    <message>
        <source>This part of the training images gets the label of another digit</source>
        <translation>훈련 이미지 가운데 이 비율만큼 다른 숫자의 레이블을 붙입니다</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>Evaluated every</source>
        <translation>평가 간격</translation>
    </message>
    <message>
        <source>Evaluated on</source>
        <translation>평가에 쓰는 숫자</translation>
    </message>
    <message>
        <source>above {0:,} and below {1:,}</source>
        <translation>{0:,} 초과 {1:,} 미만</translation>
    </message>
    <message>
        <source>above {0:,} and at most {1:,}</source>
        <translation>{0:,} 초과 {1:,} 이하</translation>
    </message>
    <message>
        <source>from {0:,} to below {1:,}</source>
        <translation>{0:,} 이상 {1:,} 미만</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>개</translation>
    </message>
    <message>
        <source>{0:,} or above</source>
        <translation>{0:,} 이상</translation>
    </message>
    <message>
        <source>There is no {0} called “{1}”.</source>
        <translation>{0}: “{1}” 값은 없습니다.</translation>
    </message>
    <message>
        <source>{0} must be at most {1:,}.</source>
        <translation>{0}: {1:,} 이하여야 합니다.</translation>
    </message>
    <message>
        <source>a line of it has more than {0} dots. Correct it, or choose another file.</source>
        <translation>한 줄에 점이 {0}개보다 많습니다. 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>a number in it has more than {0} digits. Correct it: the settings of a training have at most 16.</source>
        <translation>{0}자리보다 긴 수가 있습니다. 고치세요. 학습 설정의 수는 16자리까지입니다.</translation>
    </message>
    <message>
        <source>it is not a text file. Choose a settings file, which ends in .toml.</source>
        <translation>텍스트 파일이 아닙니다. .toml로 끝나는 설정 파일을 고르세요.</translation>
    </message>
    <message>
        <source>a value is out of range or nested</source>
        <translation>값이 범위를 벗어났거나 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>it is not valid TOML ({0}). Correct it, or choose another file.</source>
        <translation>올바른 TOML이 아닙니다({0}). 고치거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its data are not valid. {0}</source>
        <translation>데이터 설정이 올바르지 않습니다. {0}</translation>
    </message>
    <message>
        <source>There is nothing to train on: the training set is empty.</source>
        <translation>학습할 것이 없습니다. 훈련 데이터가 비어 있습니다.</translation>
    </message>
    <message>
        <source>A training has at most {0:,} iterations, not {1:,}.</source>
        <translation>학습의 반복은 {0:,}회까지입니다. 주어진 수: {1:,}.</translation>
    </message>
    <message>
        <source>This training was started on other data: it can only be resumed on the same training set.</source>
        <translation>이 학습은 다른 데이터로 시작했습니다. 같은 훈련 데이터로만 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>The saved training is inconsistent: it cannot be resumed.</source>
        <translation>저장된 학습의 내용이 서로 맞지 않아 이어서 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing stands out from the background: use an image with more contrast.</source>
        <translation>배경과 구별되는 글씨가 없습니다. 더 선명한 이미지를 사용하세요.</translation>
    </message>
    <message>
        <source>The digit is too small: crop a larger image to it.</source>
        <translation>숫자가 너무 작습니다. 더 큰 이미지에서 숫자만 잘라 내세요.</translation>
    </message>
    <message>
        <source>A frame, and no digit apart from it: crop the image to the digit.</source>
        <translation>테두리와 떨어진 숫자가 없습니다. 숫자만 잘라 내세요.</translation>
    </message>
    <message>
        <source>Several digits that cannot be told apart? Use an image of each.</source>
        <translation>구분되지 않는 여러 숫자인가요? 숫자마다 따로 이미지를 사용하세요.</translation>
    </message>
    <message>
        <source>There is too much on the image: crop it to the digit.</source>
        <translation>이미지에 다른 것이 너무 많습니다. 숫자만 잘라 내세요.</translation>
    </message>
    <message>
        <source>The image is blurred: take a sharper one.</source>
        <translation>이미지가 흐립니다. 더 또렷한 이미지를 사용하세요.</translation>
    </message>
    <message>
        <source>its layers do not fit together: {0}. Each must take as many inputs as the one before has outputs, from {1} pixels to {2} digits.</source>
        <translation>계층이 서로 맞지 않습니다: {0}. 계층마다 입력의 수가 앞 계층의 출력의 수와 같아야 하고, {1}픽셀에서 시작해 숫자 {2}개로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>it holds a convolutional network that is neither of the book&apos;s two, and does not describe its layers. Save it with its description, as .safetensors from Digit Lab.</source>
        <translation>책의 두 합성곱 신경망 가운데 어느 것도 아니고, 계층에 대한 설명도 없습니다. Digit Lab에서 설명이 담긴 .safetensors로 저장하세요.</translation>
    </message>
    <message>
        <source>it holds no arrays. Choose another file.</source>
        <translation>배열이 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>A menu entry can only be added on Linux. Here, start the program with the command digit-lab.</source>
        <translation>메뉴 항목은 Linux에서만 추가할 수 있습니다. 여기서는 digit-lab 명령으로 프로그램을 시작하세요.</translation>
    </message>
    <message>
        <source>There is no home folder: set the environment variable XDG_DATA_HOME to a folder.</source>
        <translation>홈 폴더가 없습니다. 환경 변수 XDG_DATA_HOME에 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Digit Lab: draw a digit, watch a neural network predict it, train your own.

Without arguments the window opens; with files it opens them, each as what it is: an image, a drawing, weights, data to
train with, a run, or settings. The commands work without a window. A file that has the name of a command is given as
./NAME.
</source>
        <translation>Digit Lab: 숫자를 그리면 신경망이 예측합니다. 신경망을 직접 학습해 보세요.

인수 없이 실행하면 창이 열립니다. 파일을 주면 그 종류에 맞게 엽니다. 이미지, 그림, 가중치, 훈련 데이터, 학습 기록,
설정을 열 수 있습니다. 명령은 창 없이 실행됩니다. 파일 이름이 명령과 같으면 ./NAME으로 쓰세요.
</translation>
    </message>
    <message>
        <source>a file, a folder, or a pattern such as &quot;*.png&quot;</source>
        <translation>파일, 폴더, 또는 &quot;*.png&quot; 같은 패턴</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>it is an empty zip file. Choose another file.</source>
        <translation>비어 있는 zip 파일입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds a text of more than {0} characters</source>
        <translation>{0}자보다 긴 텍스트가 들어 있습니다</translation>
    </message>
    <message>
        <source>it holds the same array too often</source>
        <translation>같은 배열이 너무 여러 번 들어 있습니다</translation>
    </message>
    <message>
        <source>time of the start</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>it holds {0}, and no weights called W1, W2 and so on. Choose another file.</source>
        <translation>들어 있는 배열: {0}. W1, W2 같은 이름의 가중치가 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds {0}, which Digit Lab does not know beside weights and biases. Save the weights and biases alone.</source>
        <translation>가중치와 편향 말고 Digit Lab이 모르는 배열이 있습니다: {0}. 가중치와 편향만 저장하세요.</translation>
    </message>
    <message>
        <source>{0} were transposed: the file holds (outputs, inputs), the book (inputs, outputs).</source>
        <translation>전치한 배열: {0}. 파일에는 (출력, 입력)으로, 책에서는 (입력, 출력)으로 되어 있습니다.</translation>
    </message>
    <message>
        <source>The file holds no biases for {0} of {1} layers: they are 0.</source>
        <translation>파일에 계층 {1}개 가운데 {0}개의 편향이 없어 0으로 합니다.</translation>
    </message>
    <message>
        <source>it holds {0} matrices, and a network has at most {1} layers.</source>
        <translation>행렬이 {0}개인데, 신경망의 계층은 {1}개까지입니다.</translation>
    </message>
    <message>
        <source>no layer takes the {0} pixels of an image here: {1}. Choose another file.</source>
        <translation>이미지의 {0}픽셀을 받는 계층이 없습니다: {1}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds {0}, which belong to none of its weights. Save the file without them.</source>
        <translation>어느 가중치에도 속하지 않는 배열이 있습니다: {0}. 그 배열을 빼고 저장하세요.</translation>
    </message>
    <message>
        <source>its gammas</source>
        <translation>감마</translation>
    </message>
    <message>
        <source>its betas</source>
        <translation>베타</translation>
    </message>
    <message>
        <source>the running mean (mean1, ...)</source>
        <translation>이동 평균(mean1, ...)</translation>
    </message>
    <message>
        <source>the running variance (var1, ...)</source>
        <translation>이동 분산(var1, ...)</translation>
    </message>
    <message>
        <source>it holds {0} of batch normalisation, but not {1}, without which its network cannot predict. Save these arrays, too.</source>
        <translation>배치 정규화의 배열이 있지만({0}) 예측에 꼭 필요한 것이 없습니다: {1}. 그 배열도 함께 저장하세요.</translation>
    </message>
    <message>
        <source>it holds a network that this version cannot build. {0}</source>
        <translation>이 버전에서 만들 수 없는 신경망입니다. {0}</translation>
    </message>
    <message numerus="yes">
        <source>its network has %n output(s), and there are {0} digits. Choose another file.</source>
        <translation>
            <numerusform>신경망의 출력이 %n개인데 숫자는 {0}개입니다. 다른 파일을 고르세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is {1}, and its layer has {2} outputs. Choose another file.</source>
        <translation>{0}의 크기는 {1}인데 그 계층의 출력은 {2}개입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>it holds {0} of batch normalisation, and Digit Lab reads it only after every hidden layer. Save the network from Digit Lab, or without it.</source>
        <translation>배치 정규화의 배열이 있습니다: {0}. Digit Lab은 모든 은닉층 뒤에 있을 때만 읽습니다. Digit Lab에서 저장하거나 배치 정규화 없이 저장하세요.</translation>
    </message>
    <message>
        <source>it is a file of {0}, which Digit Lab does not read. Convert it in Python with “{1}” and open {2}.npz.</source>
        <translation>Digit Lab이 읽지 않는 파일입니다: {0}. 파이썬에서 “{1}” 코드로 바꾼 다음 {2}.npz를 여세요.</translation>
    </message>
    <message>
        <source>The file does not say which activation function its network was trained with</source>
        <translation>신경망이 어떤 활성화 함수로 학습되었는지 파일에 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>{0}: {1} was chosen.</source>
        <translation>{0}. 고른 함수: {1}.</translation>
    </message>
    <message>
        <source>{0}: Sigmoid was assumed, as in chapters 3 and 4 of the book.</source>
        <translation>{0}. 책의 3장과 4장처럼 시그모이드로 가정했습니다.</translation>
    </message>
    <message>
        <source>its network needs images prepared by a newer version of Digit Lab. Update Digit Lab to open it.</source>
        <translation>더 새로운 Digit Lab이 준비하는 이미지가 필요한 신경망입니다. 열려면 Digit Lab을 최신 버전으로 바꾸세요.</translation>
    </message>
    <message>
        <source>it has an impossible value for the scores.</source>
        <translation>점수에 있을 수 없는 값이 있습니다.</translation>
    </message>
    <message>
        <source>its network is too large for Digit Lab.</source>
        <translation>신경망이 Digit Lab에서 쓰기에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>weights are written as {0} or {1}. Give the file one of these endings.</source>
        <translation>가중치는 {0}, {1} 형식으로 저장합니다. 파일 이름이 이 중 하나로 끝나게 하세요.</translation>
    </message>
    <message>
        <source>Its sizes are not valid.</source>
        <translation>크기가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Images cannot be turned by {0}: choose one of {1}.</source>
        <translation>이미지를 {0} 방식으로 돌릴 수 없습니다. 다음 중에서 고르세요: {1}.</translation>
    </message>
    <message>
        <source>its metadata is malformed ({0}). Copy or download it again.</source>
        <translation>메타데이터의 형식이 잘못되었습니다({0}). 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>its {0} is too large. Choose another file.</source>
        <translation>안에 있는 파일이 너무 큽니다: {0}. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{0} among its data is unknown to this version of Digit Lab.</source>
        <translation>데이터 설정 가운데 {0} 항목은 이 버전의 Digit Lab이 모르는 것입니다.</translation>
    </message>
    <message>
        <source>it describes a network that this version cannot build. {0}</source>
        <translation>이 버전에서 만들 수 없는 신경망이 적혀 있습니다. {0}</translation>
    </message>
    <message>
        <source>{0} holds a negative variance. Train again, or choose other weights.</source>
        <translation>{0} 배열에 음수인 분산이 있습니다. 다시 학습하거나 다른 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>what it compresses is no file of weights. Choose another file.</source>
        <translation>압축된 내용이 가중치 파일이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>weights end in {0}. Choose a file that does.</source>
        <translation>가중치 파일의 이름은 다음 중 하나로 끝납니다: {0}. 그런 파일을 고르세요.</translation>
    </message>
    <message>
        <source>its network has {0}: no other activation can be chosen. Omit --activation.</source>
        <translation>신경망의 활성화 함수가 정해져 있어({0}) 다른 것을 고를 수 없습니다. --activation을 빼세요.</translation>
    </message>
    <message>
        <source>its network has no hidden layer: no other activation can be chosen. Omit --activation.</source>
        <translation>신경망에 은닉층이 없어 활성화 함수를 고를 수 없습니다. --activation을 빼세요.</translation>
    </message>
    <message>
        <source>Choose the language of the window</source>
        <translation>창의 언어 선택</translation>
    </message>
    <message>
        <source>An error in the program: {0}. Your drawing and your weights are still there. The details are in the file “{1}”.</source>
        <translation>프로그램 오류: {0}. 그림과 가중치는 그대로 남아 있습니다. 자세한 내용은 “{1}” 파일에 있습니다.</translation>
    </message>
    <message>
        <source>The window cannot be opened: {0}</source>
        <translation>창을 열 수 없습니다. {0}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more channel(s): {0}</source>
        <translation>
            <numerusform>그 밖의 채널 %n개: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Network: {1}.</source>
        <translation>{0} 신경망: {1}.</translation>
    </message>
    <message>
        <source>{0:,} added, {1:,} were there already.</source>
        <translation>{0:,}개 추가, {1:,}개는 이미 있었습니다.</translation>
    </message>
    <message>
        <source>All {0:,}</source>
        <translation>전체 {0:,}</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was trained with %n drawing(s). Draw: its bars are beside the others.</source>
        <translation>
            <numerusform>“{0}” 신경망을 그림 %n개로 학습했습니다. 숫자를 그려 보세요. 이 신경망의 막대가 나란히 나타납니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) (is/are) kept.</source>
        <translation>
            <numerusform>보관된 그림: %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} Accuracy so far: {1:,} of {2:,} ({3} %).</source>
        <translation>{0} 지금까지의 정확도: {2:,}개 중 {1:,}개 ({3}%).</translation>
    </message>
    <message>
        <source>{0} The network was not sure.</source>
        <translation>{0} 신경망은 확신하지 못했습니다.</translation>
    </message>
    <message>
        <source>{0} It was predicted as {1}.</source>
        <translation>{0} 신경망의 예측: {1}.</translation>
    </message>
    <message>
        <source>{0} No small change makes it {1}.</source>
        <translation>{0} 조금 바꾸어서는 {1} 예측이 나오지 않습니다.</translation>
    </message>
    <message>
        <source>{0} This small change makes it the most probable: orange was added, blue removed.</source>
        <translation>{0} 이 작은 변화로 그 숫자의 확률이 가장 높아집니다. 주황색은 더한 부분, 파란색은 지운 부분입니다.</translation>
    </message>
    <message>
        <source>{0} For {1} it is another digit.</source>
        <translation>{0} {1}가지에서는 다른 숫자로 예측합니다.</translation>
    </message>
    <message>
        <source>{0} For {1} the network is not sure (grey).</source>
        <translation>{0} {1}가지에서는 신경망이 확신하지 못합니다(회색).</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>흔들림</translation>
    </message>
    <message>
        <source>{0}. The left and right arrow keys choose a digit, Return explains it.</source>
        <translation>{0}. 왼쪽·오른쪽 화살표 키로 숫자를 고르고, Enter로 설명을 봅니다.</translation>
    </message>
    <message>
        <source>{0}. {1}: {2}</source>
        <translation>{0}. {1}: {2}</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Digit Lab {0}&lt;/h3&gt;&lt;p&gt;Draw a digit, watch a neural network predict it, train your own.&lt;/p&gt;&lt;p&gt;Based on &lt;i&gt;Deep Learning from Scratch&lt;/i&gt; by Saito Koki. MIT licence.&lt;/p&gt;&lt;p&gt;Python {1}, NumPy {2}, Qt {3}&lt;/p&gt;&lt;p&gt;Your drawings and runs: {4}&lt;/p&gt;&lt;p&gt;The log of errors, which names none of your files: {5}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Digit Lab {0}&lt;/h3&gt;&lt;p&gt;숫자를 그리고, 신경망의 예측을 보고, 신경망을 직접 학습해 보세요.&lt;/p&gt;&lt;p&gt;사이토 고키의 &lt;i&gt;밑바닥부터 시작하는 딥러닝&lt;/i&gt;을 바탕으로 만들었습니다. MIT 라이선스.&lt;/p&gt;&lt;p&gt;Python {1}, NumPy {2}, Qt {3}&lt;/p&gt;&lt;p&gt;그림과 학습 기록의 위치: {4}&lt;/p&gt;&lt;p&gt;오류 로그(파일 이름은 남기지 않습니다): {5}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The shipped network was trained on MNIST (LeCun, Cortes and Burges), on UNIPEN (International Unipen Foundation) and on Pen-Based Recognition of Handwritten Digits (Alpaydin and Alimoglu, UCI). The last two have the licence CC BY 4.0.&lt;/p&gt;&lt;p&gt;Qt and PySide6 are used under the LGPL, version 3. The file NOTICE has the details.&lt;/p&gt;</source>
        <translation>&lt;p&gt;함께 제공되는 신경망은 MNIST(LeCun, Cortes, Burges), UNIPEN(International Unipen Foundation), Pen-Based Recognition of Handwritten Digits(Alpaydin, Alimoglu, UCI)로 학습했습니다. 뒤의 두 데이터는 CC BY 4.0 라이선스를 따릅니다.&lt;/p&gt;&lt;p&gt;Qt와 PySide6는 LGPL 버전 3에 따라 사용합니다. 자세한 내용은 NOTICE 파일에 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>스스로 배우기</translation>
    </message>
    <message>
        <source>Both predict the same {0:,} of {1:,} correctly.</source>
        <translation>둘 다 {1:,}장 중 {0:,}장을 똑같이 맞힙니다.</translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times faster.</source>
        <translation>{0}장씩 묶으면 {1}배 빠릅니다.</translation>
    </message>
    <message>
        <source>Batches of {0} are {1} times slower.</source>
        <translation>{0}장씩 묶으면 {1}배 느립니다.</translation>
    </message>
    <message>
        <source>The number of columns of {0} ({2}) must be the number of rows of W{1} ({3}).</source>
        <translation>{0}의 열 수({2})는 W{1}의 행 수({3})와 같아야 합니다.</translation>
    </message>
    <message>
        <source>The number of columns of {0} W{1} ({2}) must be the length of b{1} ({3}).</source>
        <translation>{0} W{1}의 열 수({2})는 b{1}의 원소 수({3})와 같아야 합니다.</translation>
    </message>
    <message>
        <source>The length of {0} ({2}) must be the number of rows of W{1} ({3}).</source>
        <translation>{0}의 원소 수({2})는 W{1}의 행 수({3})와 같아야 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>{0} is {1} with %n number(s).</source>
        <translation>
            <numerusform>{0}의 형상은 {1}, 값은 %n개입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n step(s): x = ({0}), f(x) = {1}. {2}</source>
        <translation>
            <numerusform>%n스텝 후: x = ({0}), f(x) = {1}. {2}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0:,} parameters: one numerical gradient calculates {1:,} losses.</source>
        <translation>매개변수 {0:,}개: 수치 미분을 한 번 하려면 손실을 {1:,}번 계산합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>매개변수 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>numerical {0} &amp;nbsp; exact {1} &amp;nbsp; error {2}</source>
        <translation>수치 {0} &amp;nbsp; 해석 {1} &amp;nbsp; 오차 {2}</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>로젠브록</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>안장점</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n스텝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>your best spiral: %n neuron(s)</source>
        <translation>
            <numerusform>나선 최고 기록: 뉴런 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>A name or a note that you typed for a run is not stored yet, so the window stays open. If you close it again, it closes, and what you typed may be lost.</source>
        <translation>입력한 학습 기록의 이름이나 메모가 아직 저장되지 않아 창을 닫지 않았습니다. 다시 닫으면 창이 닫히고, 입력한 내용을 잃을 수 있습니다.</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어 (Lan&amp;guage)</translation>
    </message>
    <message>
        <source>The window&apos;s libraries cannot be loaded: {0}</source>
        <translation>창에 필요한 라이브러리를 불러올 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>The window needs the Python package “{0}”: install what the README&apos;s first command installs.</source>
        <translation>창을 열려면 파이썬 패키지 “{0}” 설치가 필요합니다. README의 첫 명령으로 설치하세요.</translation>
    </message>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): start it on a desktop, or use the commands that need no window (--help lists them).</source>
        <translation>여기에는 화면이 없습니다(DISPLAY도 WAYLAND_DISPLAY도 설정되어 있지 않습니다). 데스크톱에서 시작하거나, 창이 필요 없는 명령을 쓰세요(--help에 목록이 있습니다).</translation>
    </message>
    <message>
        <source>There is no screen at WAYLAND_DISPLAY={0}: nothing answers there. Check XDG_RUNTIME_DIR, too.</source>
        <translation>WAYLAND_DISPLAY={0}: 화면이 없습니다. 응답하지 않습니다. XDG_RUNTIME_DIR도 확인하세요.</translation>
    </message>
    <message>
        <source>The window is to be opened by Wayland, and WAYLAND_DISPLAY is not set: unset QT_QPA_PLATFORM.</source>
        <translation>Wayland로 창을 열게 되어 있는데 WAYLAND_DISPLAY가 설정되어 있지 않습니다. QT_QPA_PLATFORM의 설정을 없애세요.</translation>
    </message>
    <message>
        <source>The window cannot open “{0}”: its name is not UTF-8. Rename the file or folder.</source>
        <translation>창에서 “{0}” 파일을 열 수 없습니다. 이름이 UTF-8이 아닙니다. 파일이나 폴더의 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>There is no screen at DISPLAY={0}: nothing answers there.</source>
        <translation>DISPLAY={0}: 화면이 없습니다. 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>This window stays open. If you close it again, it closes.</source>
        <translation>이 창을 닫지 않았습니다. 다시 닫으면 창이 닫힙니다.</translation>
    </message>
    <message>
        <source>The settings of the window cannot be stored in “{0}”. Check that there is room on the disk, and that you may write to this file and its folder.</source>
        <translation>창의 설정을 “{0}”에 저장할 수 없습니다. 디스크에 빈 공간이 있는지, 이 파일과 폴더에 쓰기 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The settings of the window cannot be stored: “{0}” is not a file of settings that Digit Lab has written. Move it away.</source>
        <translation>창의 설정을 저장할 수 없습니다. “{0}”은(는) Digit Lab이 쓴 설정 파일이 아닙니다. 이 파일을 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>Another window of Digit Lab is busy with the settings, so what you changed is not stored yet, and this window stays open. If you close it again, it closes.</source>
        <translation>다른 Digit Lab 창이 설정을 쓰고 있어 바꾼 내용이 아직 저장되지 않았고, 이 창을 닫지 않았습니다. 다시 닫으면 창이 닫힙니다.</translation>
    </message>
    <message>
        <source>Digit Lab cannot be started: {0}. The details are in the file “{1}”.</source>
        <translation>Digit Lab을 시작할 수 없습니다: {0}. 자세한 내용은 “{1}” 파일에 있습니다.</translation>
    </message>
    <message>
        <source>The window needs the system library {0}: install the package {1} (apt install {1}).</source>
        <translation>창을 열려면 시스템 라이브러리 {0}, 곧 {1} 패키지가 필요합니다. 설치하세요(apt install {1}).</translation>
    </message>
    <message>
        <source>{0:,} + {1:,} images</source>
        <translation>이미지 {0:,} + {1:,}장</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in the files: show them</source>
        <translation>
            <numerusform>파일의 문제 %n개: 보기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; and %n image(s) without a digit</source>
        <translation>
            <numerusform>{0}, 그리고 숫자가 아닌 이미지 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>… and {0:,} more.</source>
        <translation>… 그 밖에 {0:,}개.</translation>
    </message>
    <message>
        <source>The images have changed since “{0}” was trained. Its errors and layers can only be shown on the same images.</source>
        <translation>“{0}” 기록을 학습한 뒤로 이미지가 바뀌었습니다. 오답과 계층은 같은 이미지로만 표시할 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n parameter(s)</source>
        <translation>
            <numerusform>{0}, 매개변수 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} must be {1} {2}.</source>
        <translation>{0}: {1} 범위의 값이어야 합니다(단위: {2}).</translation>
    </message>
    <message>
        <source>More than {0:,} iterations.</source>
        <translation>반복이 {0:,}회를 넘습니다.</translation>
    </message>
    <message>
        <source>The outputs of the last hidden layer are too large for a map: the network has diverged.</source>
        <translation>마지막 은닉층의 출력이 너무 커서 분포도를 계산할 수 없습니다. 신경망이 발산했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n multiplication(s) per image</source>
        <translation>
            <numerusform>이미지당 곱셈 %n회</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}
%n multiplication(s) per image</source>
        <translation>
            <numerusform>{0}
이미지당 곱셈 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>Too large: at most {0:,} parameters.</source>
        <translation>너무 큽니다. 매개변수는 {0:,}개까지입니다.</translation>
    </message>
    <message>
        <source>Too large: at most {0:,} outputs of all layers together.</source>
        <translation>너무 큽니다. 모든 계층의 출력을 합해 {0:,}개까지입니다.</translation>
    </message>
    <message>
        <source>Two-layer net (50)</source>
        <translation>2층 신경망 (50)</translation>
    </message>
    <message>
        <source>Three-layer net (50, 100)</source>
        <translation>3층 신경망 (50, 100)</translation>
    </message>
    <message>
        <source>Wide MLP (800)</source>
        <translation>넓은 신경망 (800)</translation>
    </message>
    <message>
        <source>Simple convnet</source>
        <translation>단순 합성곱 신경망</translation>
    </message>
    <message>
        <source>Deep convnet</source>
        <translation>심층 합성곱 신경망</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>직접 만든 신경망</translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you after %n iteration(s).</source>
        <translation>
            <numerusform>반복 %n회 뒤에 중지했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Early stopping: the validation accuracy has not improved for %n epoch(s); the weights of epoch {0} are kept.</source>
        <translation>
            <numerusform>조기 종료: 검증 데이터의 정확도가 %n에폭 동안 오르지 않았습니다. 에폭 {0}의 가중치를 남겼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s).</source>
        <translation>
            <numerusform>학습 기록 %n개를 삭제했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in the plots</source>
        <translation>
            <numerusform>그래프에 학습 기록 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>학습 기록 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>in training</source>
        <translation>학습 중</translation>
    </message>
    <message numerus="yes">
        <source>{0} %n more (was/were) interrupted, too.</source>
        <translation>
            <numerusform>{0} 중단된 학습이 %n개 더 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read, and (is/are) not shown: damaged, or of a newer version of Digit Lab.</source>
        <translation>
            <numerusform>학습 기록 %n개를 읽을 수 없어 표시하지 않습니다. 손상되었거나 더 새로운 Digit Lab에서 만든 것입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1:,} training and {2:,} test images</source>
        <translation>{0}, 훈련 이미지 {1:,}장, 시험 이미지 {2:,}장</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n image(s)</source>
        <translation>
            <numerusform>{0}, 이미지 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>The training ended by an error in the program ({0}). The details are in the log.</source>
        <translation>프로그램 오류로 학습이 끝났습니다({0}). 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network: choose fewer neurons or a smaller batch.</source>
        <translation>이 신경망을 학습하기에는 메모리가 부족합니다. 뉴런 수나 배치 크기를 줄이세요.</translation>
    </message>
    <message>
        <source>The gradient vanishes: d{0} is about {1} times smaller than d{2}.</source>
        <translation>기울기 소실: d{0}의 크기가 d{2}의 약 {1}분의 1입니다.</translation>
    </message>
    <message>
        <source>Remedy: a smaller learning rate, or batch normalisation.</source>
        <translation>해결책: 학습률을 줄이거나 배치 정규화를 사용하세요.</translation>
    </message>
    <message>
        <source>most outputs are at the ends of their range, where the gradient is close to 0.</source>
        <translation>출력이 대부분 범위의 양끝에 있어 기울기가 0에 가깝습니다.</translation>
    </message>
    <message>
        <source>almost all outputs are the same, so the neurons cannot learn different things.</source>
        <translation>출력이 거의 모두 같아서 뉴런이 서로 다른 것을 배울 수 없습니다.</translation>
    </message>
    <message>
        <source>almost all outputs of ReLU are 0, so no gradient passes.</source>
        <translation>ReLU의 출력이 거의 모두 0이라 기울기가 전달되지 않습니다.</translation>
    </message>
    <message>
        <source>the outputs are far too large.</source>
        <translation>출력이 지나치게 큽니다.</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽은 ReLU</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>너무 큼</translation>
    </message>
    <message>
        <source>Remedy: ReLU with He, fewer layers, or batch normalisation.</source>
        <translation>해결책: ReLU와 He 초깃값, 더 적은 계층, 또는 배치 정규화.</translation>
    </message>
    <message>
        <source>Remedy: initialise the weights with He.</source>
        <translation>해결책: 가중치를 He 초깃값으로 초기화하세요.</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>Remedy: initialise the weights with Xavier.</source>
        <translation>해결책: 가중치를 Xavier 초깃값으로 초기화하세요.</translation>
    </message>
    <message>
        <source>d{0} is 0 everywhere: the first layer does not learn.</source>
        <translation>d{0}의 값이 모두 0입니다. 첫 계층이 학습되지 않습니다.</translation>
    </message>
    <message>
        <source>How many numbers are how large. The heights are the square roots of the counts.</source>
        <translation>어떤 크기의 값이 얼마나 많은지 나타냅니다. 높이는 개수의 제곱근입니다.</translation>
    </message>
    <message>
        <source>mean {0}, standard deviation {1}</source>
        <translation>평균 {0}, 표준편차 {1}</translation>
    </message>
    <message>
        <source>Left: all epochs, the more colour the more numbers. Right: the chosen epoch.</source>
        <translation>왼쪽: 모든 에폭, 색이 짙을수록 값이 많습니다. 오른쪽: 선택한 에폭.</translation>
    </message>
    <message>
        <source>mean {0} · std {1}</source>
        <translation>평균 {0} · 표준편차 {1}</translation>
    </message>
    <message>
        <source>Show the current training</source>
        <translation>지금의 학습 보기</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>모든 계층</translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation>같은 눈금</translation>
    </message>
    <message>
        <source>Show all gradients at the scale of the largest one</source>
        <translation>가장 큰 기울기에 맞춘 눈금으로 모든 기울기 표시</translation>
    </message>
    <message>
        <source>Histograms of the layers</source>
        <translation>계층의 히스토그램</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화값</translation>
    </message>
    <message>
        <source>left: all epochs; right: the chosen epoch</source>
        <translation>왼쪽: 모든 에폭, 오른쪽: 선택한 에폭</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>of the weights; the same epochs</source>
        <translation>가중치의 기울기, 같은 에폭</translation>
    </message>
    <message>
        <source>Start a training: the histograms of the activations and the gradients of each layer come before its first step, and after each epoch.</source>
        <translation>학습을 시작하세요. 첫 스텝 전과 에폭이 끝날 때마다 각 계층의 활성화값과 기울기의 히스토그램이 나타납니다.</translation>
    </message>
    <message>
        <source>No layer is saturated or dead, and no gradient vanishes.</source>
        <translation>포화되거나 죽은 계층이 없고, 기울기 소실도 없습니다.</translation>
    </message>
    <message>
        <source>The layers of “{0}” are being computed…</source>
        <translation>“{0}” 기록의 계층을 계산하는 중…</translation>
    </message>
    <message>
        <source>The layers could not be shown because of an error in the program ({0}).</source>
        <translation>프로그램 오류로 계층을 표시하지 못했습니다({0}).</translation>
    </message>
    <message>
        <source>What the training is doing</source>
        <translation>학습의 현재 상황</translation>
    </message>
    <message>
        <source>Speed of the training</source>
        <translation>학습 속도</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Go to the setting that is not right yet</source>
        <translation>아직 올바르지 않은 설정으로 이동</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>설정 바꾸기</translation>
    </message>
    <message>
        <source>Stop this training and change the settings; then start it again</source>
        <translation>이 학습을 중지하고 설정을 바꿉니다. 그다음 다시 시작하세요</translation>
    </message>
    <message>
        <source>Choose the images…</source>
        <translation>이미지 선택…</translation>
    </message>
    <message>
        <source>Say where the images of this training are on this computer</source>
        <translation>이 학습의 이미지가 이 컴퓨터의 어디에 있는지 지정</translation>
    </message>
    <message>
        <source>This gradient is a row of numbers, no image: see the histogram.</source>
        <translation>이 기울기는 이미지가 아니라 한 줄의 값입니다. 히스토그램을 보세요.</translation>
    </message>
    <message>
        <source>lr = {1}. Where d{0} is above 0, {0} becomes smaller, so the loss falls.</source>
        <translation>lr = {1}. d{0}의 값이 양수인 곳에서는 {0}의 값이 작아지므로 손실이 줄어듭니다.</translation>
    </message>
    <message>
        <source>The gradient as images</source>
        <translation>이미지로 나타낸 기울기</translation>
    </message>
    <message>
        <source>Histogram of the gradient</source>
        <translation>기울기의 히스토그램</translation>
    </message>
    <message>
        <source>2  Gradient d{0}</source>
        <translation>2  기울기 d{0}</translation>
    </message>
    <message>
        <source>Histogram of what is added</source>
        <translation>더해지는 값의 히스토그램</translation>
    </message>
    <message>
        <source>3  Update of {0}</source>
        <translation>3  {0}의 갱신</translation>
    </message>
    <message>
        <source>One step changes {0} by about {1} % of its size.</source>
        <translation>한 스텝에 {0}의 값이 크기의 약 {1}%만큼 바뀝니다.</translation>
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
        <translation>{1}: d{0} 및 이전 기울기로 갱신할 양을 정합니다.</translation>
    </message>
    <message>
        <source>Root mean square</source>
        <translation>제곱평균제곱근</translation>
    </message>
    <message>
        <source>Weight decay also makes {0} a little smaller.</source>
        <translation>가중치 감소가 {0}의 값을 조금 더 줄입니다.</translation>
    </message>
    <message>
        <source>gradient d{0}</source>
        <translation>기울기 d{0}</translation>
    </message>
    <message>
        <source>update of {0}</source>
        <translation>{0}의 갱신량</translation>
    </message>
    <message>
        <source>Root mean square: {0} {1}</source>
        <translation>제곱평균제곱근: {0} {1}</translation>
    </message>
    <message>
        <source>Blue: below 0. Orange: above 0, up to ±{0}.</source>
        <translation>파란색: 음수. 주황색: 양수, 최대 ±{0}.</translation>
    </message>
    <message>
        <source>Orange: wrong. Violet bar: the loss. Point at an image.</source>
        <translation>주황색: 틀림. 보라색 막대: 손실. 이미지를 가리켜 보세요.</translation>
    </message>
    <message>
        <source>Mean loss of the mini-batch</source>
        <translation>미니배치의 평균 손실</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>이미지 순서</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>손실 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} correct</source>
        <translation>{1}개 중 {0}개 정답</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>원래 순서</translation>
    </message>
    <message>
        <source>by loss</source>
        <translation>손실 순</translation>
    </message>
    <message>
        <source>1  Mini-batch</source>
        <translation>1  미니배치</translation>
    </message>
    <message>
        <source>true label {0}, predicted {1}: wrong, loss {2}</source>
        <translation>정답 레이블 {0}, 예측 {1}: 틀림, 손실 {2}</translation>
    </message>
    <message>
        <source>The images of the mini-batch</source>
        <translation>미니배치의 이미지</translation>
    </message>
    <message>
        <source>The arrow keys go from image to image.</source>
        <translation>화살표 키로 이미지를 옮겨 다닙니다.</translation>
    </message>
    <message>
        <source>no digit, predicted {0}: loss {1}</source>
        <translation>숫자 아님, 예측 {0}: 손실 {1}</translation>
    </message>
    <message>
        <source>true label {0}, predicted {1}: right, loss {2}</source>
        <translation>정답 레이블 {0}, 예측 {1}: 맞음, 손실 {2}</translation>
    </message>
    <message>
        <source>Choose a slow speed below, or press One step (Ctrl+E), to see a step here.</source>
        <translation>아래에서 느린 속도를 고르거나 “한 스텝”(Ctrl+E)을 누르면 스텝이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>The last step that was shown: at this speed steps are not shown one by one.</source>
        <translation>마지막으로 표시한 스텝입니다. 이 속도에서는 스텝을 하나씩 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Parameters whose gradient and update are shown</source>
        <translation>기울기와 갱신을 볼 매개변수</translation>
    </message>
    <message>
        <source>Iteration {0} · epoch {1}</source>
        <translation>반복 {0} · 에폭 {1}</translation>
    </message>
    <message>
        <source>The settings are changed (“{0}”). Start the training again, or undo the change.</source>
        <translation>설정을 바꿨습니다(“{0}”). 학습을 다시 시작하거나, 바꾼 것을 취소하세요.</translation>
    </message>
    <message>
        <source>Show the settings of the training</source>
        <translation>학습 설정 보기</translation>
    </message>
    <message>
        <source>The settings of “{0}” are in the form, but not its images: a run from another computer does not say where they are on this one. Choose them, then start.</source>
        <translation>“{0}” 기록의 설정을 양식에 채웠지만 이미지는 없습니다. 다른 컴퓨터의 학습 기록이라 이미지가 이 컴퓨터의 어디에 있는지 알 수 없습니다. 이미지를 고른 다음 시작하세요.</translation>
    </message>
    <message>
        <source>The settings of “{0}” are in the form: change them, or start.</source>
        <translation>“{0}” 기록의 설정을 양식에 채웠습니다. 바꾸거나 바로 시작하세요.</translation>
    </message>
    <message>
        <source>Choose the settings, then start the training.</source>
        <translation>설정을 고른 다음 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>{0} Until then, trainings are not stored.</source>
        <translation>{0} 그때까지는 학습이 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>A setting is not right yet. {0}</source>
        <translation>아직 올바르지 않은 설정이 있습니다. {0}</translation>
    </message>
    <message>
        <source>{0} The training continues, but is not stored among the runs.</source>
        <translation>{0} 학습은 계속되지만 학습 기록에 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>{0} The training continues, and is stored as soon as that is possible.</source>
        <translation>{0} 학습은 계속되며, 가능해지면 바로 저장합니다.</translation>
    </message>
    <message>
        <source>The training is stored now.</source>
        <translation>이제 학습이 저장되었습니다.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>분포도</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Runs cannot be stored on this computer, so {0} was not opened.</source>
        <translation>이 컴퓨터에는 학습 기록을 저장할 수 없어 열지 않은 파일이 있습니다: {0}.</translation>
    </message>
    <message>
        <source>“{0}” has no checkpoints: its layers cannot be shown.</source>
        <translation>“{0}” 기록에는 체크포인트가 없어 계층을 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>The weights are kept at the end of each epoch: then it can be shown again.</source>
        <translation>가중치는 에폭이 끝날 때마다 보관됩니다. 그때부터 다시 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>준비하는 중</translation>
    </message>
    <message>
        <source>Trainings are not stored: there are no earlier epochs to show.</source>
        <translation>학습이 저장되지 않아 지난 에폭을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>{0} So there are no earlier epochs to show.</source>
        <translation>{0} 그래서 지난 에폭을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Not trained</source>
        <translation>학습 전</translation>
    </message>
    <message>
        <source>There is not enough memory for this network.</source>
        <translation>이 신경망을 쓰기에는 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Epoch of the network that is shown</source>
        <translation>보고 있는 신경망의 에폭</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Show the network as it is now</source>
        <translation>지금의 신경망 보기</translation>
    </message>
    <message>
        <source>Showing epoch {0}</source>
        <translation>에폭 {0} 보는 중</translation>
    </message>
    <message>
        <source>Kept epochs: {0}</source>
        <translation>보관된 에폭: {0}</translation>
    </message>
    <message>
        <source>No earlier epochs</source>
        <translation>지난 에폭 없음</translation>
    </message>
    <message>
        <source>Show the network as it was after an earlier epoch</source>
        <translation>지난 에폭이 끝났을 때의 신경망 보기</translation>
    </message>
    <message>
        <source>Use “{0}” again</source>
        <translation>“{0}” 다시 사용</translation>
    </message>
    <message>
        <source>This network has learned almost nothing. The drawing tab predicts with it now.</source>
        <translation>이 신경망은 거의 배우지 못했습니다. 지금 그리기 탭은 이 신경망으로 예측합니다.</translation>
    </message>
    <message>
        <source>Loss: {0}</source>
        <translation>손실: {0}</translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation>학습 속도</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>초당 1스텝</translation>
    </message>
    <message>
        <source>25 steps/s</source>
        <translation>초당 25스텝</translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation>초당 1에폭</translation>
    </message>
    <message>
        <source>Iteration and time left</source>
        <translation>반복과 남은 시간</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행률</translation>
    </message>
    <message>
        <source>Accuracy, {0}</source>
        <translation>정확도, {0}</translation>
    </message>
    <message>
        <source>No training yet</source>
        <translation>아직 학습하지 않음</translation>
    </message>
    <message>
        <source>Current network</source>
        <translation>지금의 신경망</translation>
    </message>
    <message>
        <source>Choose the network that predicts your drawing</source>
        <translation>그림을 예측할 신경망 선택</translation>
    </message>
    <message>
        <source>Activation function of the network</source>
        <translation>신경망의 활성화 함수</translation>
    </message>
    <message>
        <source>The weights of {0} are shown</source>
        <translation>{0}의 가중치를 보는 중</translation>
    </message>
    <message>
        <source>The drawing tab predicts with its current weights</source>
        <translation>그리기 탭은 지금의 가중치로 예측합니다</translation>
    </message>
    <message>
        <source>{0} % ({1})</source>
        <translation>{0}% ({1})</translation>
    </message>
    <message>
        <source>In training: {0}</source>
        <translation>학습 중: {0}</translation>
    </message>
    <message>
        <source>{0} (assumed)</source>
        <translation>{0} (가정)</translation>
    </message>
    <message>
        <source>{0} (measured)</source>
        <translation>{0} (측정)</translation>
    </message>
    <message>
        <source>{0} (not saved)</source>
        <translation>{0} (저장 안 됨)</translation>
    </message>
    <message>
        <source>The trained weights are only in memory now. Save them in another place?</source>
        <translation>학습한 가중치가 지금 메모리에만 있습니다. 다른 곳에 저장할까요?</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>가중치 불러오기</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>가중치 (*.safetensors)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPy 배열 (*.npz)</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>가중치 저장</translation>
    </message>
    <message>
        <source>The network you trained has not been saved.</source>
        <translation>학습한 신경망을 아직 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Save its weights before they are lost?</source>
        <translation>가중치가 사라지기 전에 저장할까요?</translation>
    </message>
    <message>
        <source>The drawing tab predicts with “{0}” now.</source>
        <translation>이제 그리기 탭은 “{0}” 신경망으로 예측합니다.</translation>
    </message>
    <message>
        <source>The fine-tuned network is in use now. Save its weights to keep it.</source>
        <translation>이제 미세 조정한 신경망을 사용합니다. 계속 쓰려면 가중치를 저장하세요.</translation>
    </message>
    <message>
        <source>Loaded “{0}”.</source>
        <translation>불러왔습니다: “{0}”.</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>행 {0}, 열 {1}: {2}</translation>
    </message>
    <message>
        <source>image {0}, row {1}, column {2}: {3}</source>
        <translation>이미지 {0}, 행 {1}, 열 {2}: {3}</translation>
    </message>
    <message>
        <source>Show the whole window again (Esc)</source>
        <translation>창 전체 다시 보기 (Esc)</translation>
    </message>
    <message>
        <source>Drag to change the sizes; double click to reset them</source>
        <translation>끌면 크기가 바뀌고, 두 번 누르면 원래대로 돌아갑니다</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>구분선</translation>
    </message>
    <message>
        <source>The language of the window is {0} after a restart.</source>
        <translation>다시 시작하면 창의 언어가 바뀝니다: {0}.</translation>
    </message>
    <message>
        <source>Restart now? You will be asked about unsaved work first.</source>
        <translation>지금 다시 시작할까요? 저장하지 않은 작업이 있으면 먼저 물어봅니다.</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>지금 다시 시작(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>나중에(&amp;L)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>{0} holds labelled drawings: import it on the page “My handwriting”, by “All drawings…”.</source>
        <translation>{0}: 레이블이 붙은 그림 파일입니다. “내 손글씨” 페이지의 “모든 그림…”에서 가져오세요.</translation>
    </message>
    <message>
        <source>{0} is no kind of file that Digit Lab opens: images, saved drawings (.png, .svg, .json), weights (.safetensors, .npz, .pkl), training data, settings (.toml) and exported runs (.zip).</source>
        <translation>{0}: Digit Lab에서 열 수 없는 종류의 파일입니다. 이미지, 저장한 그림(.png, .svg, .json), 가중치(.safetensors, .npz, .pkl), 훈련 데이터, 설정(.toml), 내보낸 학습 기록(.zip)을 열 수 있습니다.</translation>
    </message>
    <message>
        <source>“{0}” was not opened: a network is being trained. Stop the training first.</source>
        <translation>“{0}” 파일을 열지 않았습니다. 신경망을 학습하는 중입니다. 먼저 학습을 중지하세요.</translation>
    </message>
    <message>
        <source>One file of each kind is opened at a time. Not opened: {0}.</source>
        <translation>종류마다 파일을 한 번에 하나씩 엽니다. 열지 않은 파일: {0}.</translation>
    </message>
    <message>
        <source>Files that were not opened, besides these: {0}.</source>
        <translation>이 밖에 열지 않은 파일: {0}개.</translation>
    </message>
</context>
</TS>
