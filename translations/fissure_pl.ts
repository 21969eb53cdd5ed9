<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>ConfigFields</name>
    <message>
        <source>Training proposals</source>
        <translation>Propozycje uczące</translation>
    </message>
    <message>
        <source>Folder with the crops to train on, named source.counter.iou.label.ext.</source>
        <translation>Folder z wycinkami do uczenia, o nazwach źródło.licznik.iou.etykieta.rozszerzenie.</translation>
    </message>
    <message>
        <source>Validation proposals</source>
        <translation>Propozycje walidacyjne</translation>
    </message>
    <message>
        <source>Folder with the crops the run is measured on after each epoch. They are never trained on. Without one there is nothing to judge the run by.</source>
        <translation>Folder z wycinkami, na których przebieg jest oceniany po każdej epoce. Nigdy nie służą do uczenia. Bez niego nie ma czym ocenić przebiegu.</translation>
    </message>
    <message>
        <source>no validation</source>
        <translation>bez walidacji</translation>
    </message>
    <message>
        <source>Label IoU threshold</source>
        <translation>Próg IoU etykiety</translation>
    </message>
    <message>
        <source>A proposal counts as crack when its IoU is above this. 0 takes the label in the file&apos;s name. Runs with different thresholds have different supports and are not comparable.</source>
        <translation>Propozycja liczy się jako rysa, gdy jej IoU jest większe od tej wartości. 0 bierze etykietę z nazwy pliku. Przebiegów o różnych progach nie można porównywać, bo różnią się licznością klas.</translation>
    </message>
    <message>
        <source>label in the name</source>
        <translation>etykieta w nazwie</translation>
    </message>
    <message>
        <source>Hard negatives for training</source>
        <translation>Trudne negatywy do uczenia</translation>
    </message>
    <message>
        <source>How many no-crack proposals are kept, those of the highest IoU first. 0 keeps all; the reference work keeps 800.</source>
        <translation>Ile propozycji bez rysy zostaje, począwszy od najwyższego IoU. 0 zostawia wszystkie; praca wzorcowa zostawia 800.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>Hard negatives for validation</source>
        <translation>Trudne negatywy do walidacji</translation>
    </message>
    <message>
        <source>The same cut for the validation folder. 0 keeps all; the reference work keeps 200.</source>
        <translation>To samo ograniczenie dla folderu walidacyjnego. 0 zostawia wszystkie; praca wzorcowa zostawia 200.</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Sieć bazowa</translation>
    </message>
    <message>
        <source>The network under the one-logit head, by torchvision&apos;s name. resnet18 trains about four times faster than resnext50_32x4d.</source>
        <translation>Sieć pod głowicą o jednym logicie, według nazwy z torchvision. resnet18 uczy się około cztery razy szybciej niż resnext50_32x4d.</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Rozmiar wejścia</translation>
    </message>
    <message>
        <source>Side of the square the crops are resized to. Time and memory grow with its square.</source>
        <translation>Bok kwadratu, do którego skalowane są wycinki. Czas i pamięć rosną z jego kwadratem.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Wagi początkowe</translation>
    </message>
    <message>
        <source>random</source>
        <translation>losowe</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoki</translation>
    </message>
    <message>
        <source>Passes over the training proposals at most; early stopping may end the run before.</source>
        <translation>Największa liczba przejść przez propozycje uczące; wczesne zatrzymanie może zakończyć przebieg prędzej.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Rozmiar wsadu</translation>
    </message>
    <message>
        <source>Proposals a step. Memory grows with it; batch normalisation needs at least two.</source>
        <translation>Liczba propozycji w kroku. Pamięć rośnie wraz z nią; normalizacja wsadowa wymaga co najmniej dwóch.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Współczynnik uczenia</translation>
    </message>
    <message>
        <source>Step size of Adam. The reference work uses 0.001.</source>
        <translation>Długość kroku algorytmu Adam. Praca wzorcowa używa 0,001.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja obliczeń</translation>
    </message>
    <message>
        <source>fp32 is exact and repeatable; bf16 autocast is about twice as fast where the processor has it in hardware. auto picks bf16 there and fp32 elsewhere.</source>
        <translation>fp32 jest dokładne i powtarzalne; bf16 jest około dwa razy szybsze tam, gdzie procesor obsługuje je sprzętowo. auto wybiera tam bf16, a gdzie indziej fp32.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno losowe</translation>
    </message>
    <message>
        <source>Weights, order and augmentation all follow from it: the same seed repeats a run.</source>
        <translation>Wynikają z niego wagi, kolejność i augmentacja: to samo ziarno powtarza przebieg.</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>shuffle sees every proposal once an epoch in a new order; sequential in the order of the names; weighted draws with replacement, crack more often.</source>
        <translation>shuffle pokazuje każdą propozycję raz na epokę w nowej kolejności; sequential w kolejności nazw; weighted losuje ze zwracaniem, rysy częściej.</translation>
    </message>
    <message>
        <source>Crack weight</source>
        <translation>Waga rysy</translation>
    </message>
    <message>
        <source>How often the weighted sampler draws a crack proposal against 1 for no crack. 0 weighs by inverse frequency, so that both classes come equally often.</source>
        <translation>Jak często sampler ważony losuje propozycję z rysą względem 1 dla braku rysy. 0 waży odwrotnością częstości, tak że obie klasy pojawiają się równie często.</translation>
    </message>
    <message>
        <source>inverse frequency</source>
        <translation>odwrotność częstości</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Funkcja straty</translation>
    </message>
    <message>
        <source>bce is binary cross-entropy from logits; focal (Lin et al. 2017) turns the weight of easy proposals down.</source>
        <translation>bce to binarna entropia krzyżowa z logitów; focal (Lin i in. 2017) zmniejsza wagę łatwych propozycji.</translation>
    </message>
    <message>
        <source>Focal alpha</source>
        <translation>Alfa straty focal</translation>
    </message>
    <message>
        <source>Weight of crack in the focal loss, 1 - alpha for no crack. -1 leaves the classes unweighted.</source>
        <translation>Waga rysy w stracie focal, 1 - alfa dla braku rysy. -1 pozostawia klasy bez wag.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wyłączone</translation>
    </message>
    <message>
        <source>Focal gamma</source>
        <translation>Gamma straty focal</translation>
    </message>
    <message>
        <source>How strongly easy proposals are turned down; 0 turns nothing down.</source>
        <translation>Jak mocno zmniejszana jest waga łatwych propozycji; 0 nie zmniejsza niczego.</translation>
    </message>
    <message>
        <source>Decision threshold</source>
        <translation>Próg decyzji</translation>
    </message>
    <message>
        <source>A proposal is predicted as crack when its probability is at least this.</source>
        <translation>Propozycja jest uznawana za rysę, gdy jej prawdopodobieństwo wynosi co najmniej tyle.</translation>
    </message>
    <message>
        <source>Brightness jitter</source>
        <translation>Zmiana jasności</translation>
    </message>
    <message>
        <source>Brightness is multiplied by a factor drawn from [1 - this, 1 + this].</source>
        <translation>Jasność jest mnożona przez czynnik losowany z przedziału [1 - wartość, 1 + wartość].</translation>
    </message>
    <message>
        <source>Horizontal flip</source>
        <translation>Odbicie poziome</translation>
    </message>
    <message>
        <source>Probability with which a crop is mirrored.</source>
        <translation>Prawdopodobieństwo odbicia wycinka.</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Obrót</translation>
    </message>
    <message>
        <source>Crops are rotated by an angle drawn from [-this, this]; corners become black.</source>
        <translation>Wycinki są obracane o kąt losowany z przedziału [-wartość, wartość]; narożniki stają się czarne.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Cierpliwość</translation>
    </message>
    <message>
        <source>Epochs without a lower validation loss after which the run ends; the best weights are kept. 0 never stops early.</source>
        <translation>Po tylu epokach bez niższej straty walidacyjnej przebieg się kończy; najlepsze wagi zostają. 0 nigdy nie kończy wcześniej.</translation>
    </message>
    <message>
        <source>never stop early</source>
        <translation>bez wczesnego zatrzymania</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>auto takes a CUDA device where LibTorch finds one, else the processor.</source>
        <translation>auto bierze urządzenie CUDA, jeśli LibTorch je znajdzie, w przeciwnym razie procesor.</translation>
    </message>
    <message>
        <source>Compute threads</source>
        <translation>Wątki obliczeń</translation>
    </message>
    <message>
        <source>Threads of the network&apos;s arithmetic. 0 takes one a core.</source>
        <translation>Wątki obliczeń sieci. 0 bierze jeden na rdzeń.</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>jeden na rdzeń</translation>
    </message>
    <message>
        <source>Loader threads</source>
        <translation>Wątki wczytywania</translation>
    </message>
    <message>
        <source>Threads that decode and augment crops beside the training.</source>
        <translation>Wątki, które obok uczenia dekodują i augmentują wycinki.</translation>
    </message>
    <message>
        <source>Prefetched batches</source>
        <translation>Wsady na zapas</translation>
    </message>
    <message>
        <source>Batches kept ready ahead of the training; each costs memory.</source>
        <translation>Wsady przygotowane z wyprzedzeniem; każdy zajmuje pamięć.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Uczenie</translation>
    </message>
    <message>
        <source>Sampling and loss</source>
        <translation>Próbkowanie i strata</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentacja</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Zatrzymanie</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Zaawansowane</translation>
    </message>
    <message>
        <source>Negatives per band for training</source>
        <translation>Negatywy na przedział do uczenia</translation>
    </message>
    <message>
        <source>How many no-crack proposals are kept of each photograph in each IoU band of 0.05, those from 0.35 on being one band; the largest proposals first. It is applied before the cut to the hardest. 0 keeps all; the reference work&apos;s later variant keeps 10.</source>
        <translation>Ile propozycji bez rysy zostaje z każdego zdjęcia w każdym przedziale IoU o szerokości 0,05, przy czym od 0,35 wzwyż jest jeden przedział; najpierw największe propozycje. Stosowane przed ograniczeniem do najtrudniejszych. 0 zostawia wszystkie; późniejszy wariant pracy wzorcowej zostawia 10.</translation>
    </message>
    <message>
        <source>Negatives per band for validation</source>
        <translation>Negatywy na przedział do walidacji</translation>
    </message>
    <message>
        <source>The same cut for the validation folder. Runs are comparable only where they are validated on the same proposals.</source>
        <translation>To samo ograniczenie dla folderu walidacyjnego. Przebiegi można porównywać tylko wtedy, gdy ich walidacja obejmuje te same propozycje.</translation>
    </message>
    <message>
        <source>A .safetensors or .pth file with torchvision&apos;s keys, or weights of an earlier run. Empty starts from random weights, which needs far more data and epochs than ImageNet weights.</source>
        <translation>Plik .safetensors lub .pth z kluczami torchvision albo wagi wcześniejszego przebiegu. Puste pole oznacza wagi losowe, które wymagają znacznie więcej danych i epok niż wagi z ImageNet.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 cannot be found</source>
        <translation>Nie można znaleźć: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>Nie można odczytać: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>Nie można zapisać: %1</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1: dane są uszkodzone</translation>
    </message>
    <message>
        <source>%1 does not have the expected form</source>
        <translation>%1: niewłaściwy format</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1: wartość poza zakresem</translation>
    </message>
    <message>
        <source>%1 is not a known setting</source>
        <translation>%1: nieznane ustawienie</translation>
    </message>
    <message>
        <source>%1 holds nothing to work with</source>
        <translation>%1: nie ma na czym pracować</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Fissure</source>
        <translation>%1: zapisane przez nowszą wersję programu Fissure</translation>
    </message>
    <message>
        <source>%1 is in use</source>
        <translation>%1: zasób jest w użyciu</translation>
    </message>
    <message>
        <source>Memory ran out for %1</source>
        <translation>Zabrakło pamięci dla: %1</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1: zatrzymano</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: niepowodzenie</translation>
    </message>
    <message>
        <source>Something that is needed cannot be found</source>
        <translation>Nie można znaleźć czegoś, co jest potrzebne</translation>
    </message>
    <message>
        <source>Reading failed</source>
        <translation>Odczyt się nie powiódł</translation>
    </message>
    <message>
        <source>Writing failed</source>
        <translation>Zapis się nie powiódł</translation>
    </message>
    <message>
        <source>The data are damaged</source>
        <translation>Dane są uszkodzone</translation>
    </message>
    <message>
        <source>The data do not have the expected form</source>
        <translation>Dane mają niewłaściwy format</translation>
    </message>
    <message>
        <source>A value is out of range</source>
        <translation>Wartość jest poza zakresem</translation>
    </message>
    <message>
        <source>A setting is not known</source>
        <translation>Nieznane ustawienie</translation>
    </message>
    <message>
        <source>There is nothing to work with</source>
        <translation>Nie ma na czym pracować</translation>
    </message>
    <message>
        <source>The workspace was written by a newer version of Fissure</source>
        <translation>Obszar roboczy zapisała nowsza wersja programu Fissure</translation>
    </message>
    <message>
        <source>Other work is in the way</source>
        <translation>Przeszkadza inna praca</translation>
    </message>
    <message>
        <source>Memory ran out</source>
        <translation>Zabrakło pamięci</translation>
    </message>
    <message>
        <source>The work was stopped</source>
        <translation>Pracę zatrzymano</translation>
    </message>
    <message>
        <source>Something failed that was not foreseen</source>
        <translation>Wystąpił nieprzewidziany błąd</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Sprawdź ścieżkę.</translation>
    </message>
    <message>
        <source>Check the permissions and the disk.</source>
        <translation>Sprawdź uprawnienia i dysk.</translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation>Sprawdź uprawnienia i wolne miejsce.</translation>
    </message>
    <message>
        <source>Restore it from a copy or make it anew.</source>
        <translation>Przywróć z kopii albo utwórz na nowo.</translation>
    </message>
    <message>
        <source>Update Fissure or choose another workspace.</source>
        <translation>Zaktualizuj Fissure albo wybierz inny obszar roboczy.</translation>
    </message>
    <message>
        <source>Wait until it is free and try again.</source>
        <translation>Poczekaj, aż będzie wolny, i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Choose a smaller batch or input size.</source>
        <translation>Wybierz mniejszy wsad albo rozmiar wejścia.</translation>
    </message>
    <message>
        <source>Try again; the log says more.</source>
        <translation>Spróbuj ponownie; dziennik mówi więcej.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>Nie można połączyć się z %1</translation>
    </message>
    <message>
        <source>A server cannot be reached</source>
        <translation>Nie można połączyć się z serwerem</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Sprawdź sieć i spróbuj ponownie.</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>Enter a whole number of at least %1.</source>
        <translation>Podaj liczbę całkowitą nie mniejszą niż %1.</translation>
    </message>
    <message>
        <source>Enter a number of at least %1.</source>
        <translation>Podaj liczbę nie mniejszą niż %1.</translation>
    </message>
    <message>
        <source>Enter a number above %1 and up to %2.</source>
        <translation>Podaj liczbę większą niż %1 i nie większą niż %2.</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation>Podaj liczbę całkowitą od %1 do %2.</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>Podaj liczbę od %1 do %2.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wybierz folder.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Wybierz plik.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Ten folder nie istnieje.</translation>
    </message>
    <message>
        <source>This file does not exist.</source>
        <translation>Ten plik nie istnieje.</translation>
    </message>
    <message>
        <source>Enter %1, or a number from %2 to %3.</source>
        <translation>Podaj %1 albo liczbę od %2 do %3.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>img/s</source>
        <comment>images a second</comment>
        <translation>obr./s</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Folder with runs and weights.</source>
        <translation>Folder z przebiegami i wagami.</translation>
    </message>
    <message>
        <source>JSON file to fill the form from.</source>
        <translation>Plik JSON do wypełnienia formularza.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark lub system.</translation>
    </message>
    <message>
        <source>Fine-tunes crack classifiers on region proposals and shows what they get wrong.</source>
        <translation>Dostraja klasyfikatory rys na propozycjach regionów i pokazuje, w czym się mylą.</translation>
    </message>
    <message>
        <source>Unexpected argument &quot;%1&quot;.</source>
        <translation>Nieoczekiwany argument „%1”.</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;; give light, dark or system.</source>
        <translation>Nie ma motywu „%1”; podaj light, dark lub system.</translation>
    </message>
    <message>
        <source>Page to open: new, live, runs, inspect, data or settings.</source>
        <translation>Strona do otwarcia: new, live, runs, inspect, data lub settings.</translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;; give new, live, runs, inspect, data or settings.</source>
        <translation>Nie ma strony „%1”; podaj new, live, runs, inspect, data lub settings.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Shuffle, BCE</source>
        <translation>Tasowanie, BCE</translation>
    </message>
    <message>
        <source>Weighted sampling 1:2</source>
        <translation>Próbkowanie ważone 1:2</translation>
    </message>
    <message>
        <source>Weighted by inverse frequency</source>
        <translation>Ważone odwrotną częstością</translation>
    </message>
    <message>
        <source>Focal, alpha 0.25</source>
        <translation>Focal, alfa 0.25</translation>
    </message>
    <message>
        <source>Focal, alpha off</source>
        <translation>Focal, bez alfa</translation>
    </message>
    <message>
        <source>Hard negatives 800/200</source>
        <translation>Trudne negatywy 800/200</translation>
    </message>
</context>
<context>
    <name>RecipeText</name>
    <message>
        <source>Crack masks</source>
        <translation>Maski rys</translation>
    </message>
    <message>
        <source>COCO JSON</source>
        <translation>COCO JSON</translation>
    </message>
    <message>
        <source>YOLO labels</source>
        <translation>Etykiety YOLO</translation>
    </message>
    <message>
        <source>Pascal VOC XML</source>
        <translation>Pascal VOC XML</translation>
    </message>
    <message>
        <source>Folder of masks</source>
        <translation>Folder z maskami</translation>
    </message>
    <message>
        <source>COCO file</source>
        <translation>Plik COCO</translation>
    </message>
    <message>
        <source>Folder of label files</source>
        <translation>Folder z plikami etykiet</translation>
    </message>
    <message>
        <source>Folder of annotations</source>
        <translation>Folder z adnotacjami</translation>
    </message>
    <message>
        <source>One mask a photograph, of the same name up to the extension.</source>
        <translation>Jedna maska na zdjęcie, o tej samej nazwie z dokładnością do rozszerzenia.</translation>
    </message>
    <message>
        <source>Boxes, or the bounding boxes of polygons, of all photographs.</source>
        <translation>Ramki wszystkich zdjęć albo ramki otaczające wielokąty.</translation>
    </message>
    <message>
        <source>One text file a photograph with boxes or polygons, of the same name up to the extension.</source>
        <translation>Jeden plik tekstowy na zdjęcie z ramkami lub wielokątami, o tej samej nazwie z dokładnością do rozszerzenia.</translation>
    </message>
    <message>
        <source>One XML file a photograph, of the same name up to the extension.</source>
        <translation>Jeden plik XML na zdjęcie, o tej samej nazwie z dokładnością do rozszerzenia.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Szybkie</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Dokładne</translation>
    </message>
    <message>
        <source>First by area</source>
        <translation>Pierwsze według pola</translation>
    </message>
    <message>
        <source>Hardest</source>
        <translation>Najtrudniejsze</translation>
    </message>
    <message>
        <source>Per IoU band</source>
        <translation>Na przedział IoU</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Losowe</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Among the largest</source>
        <translation>Wśród największych</translation>
    </message>
    <message>
        <source>In each band</source>
        <translation>W każdym przedziale</translation>
    </message>
    <message>
        <source>In each photograph</source>
        <translation>Na każdym zdjęciu</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>policy of negatives and its number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Those among the largest proposals of a photograph.</source>
        <translation>Te spośród największych propozycji zdjęcia.</translation>
    </message>
    <message>
        <source>Those of highest IoU in a photograph.</source>
        <translation>Te o największym IoU na zdjęciu.</translation>
    </message>
    <message>
        <source>Drawn by the seed and the name of the photograph.</source>
        <translation>Losowane na podstawie ziarna i nazwy zdjęcia.</translation>
    </message>
    <message>
        <source>Every negative is kept.</source>
        <translation>Zostają wszystkie negatywy.</translation>
    </message>
    <message>
        <source>The largest of each IoU band of 0.05 in a photograph; from 0.35 on is one band.</source>
        <translation>Największe z każdego przedziału IoU o szerokości 0,05 na zdjęciu; od 0,35 wzwyż jest jeden przedział.</translation>
    </message>
    <message>
        <source>Per IoU band of 0.05</source>
        <translation>Na przedział IoU o szerokości 0,05</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Queued</source>
        <translation>W kolejce</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Trwa</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Wstrzymany</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Zakończony</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zatrzymany</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nieudany</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Przerwany</translation>
    </message>
    <message>
        <source>crack</source>
        <translation>rysa</translation>
    </message>
    <message>
        <source>no crack</source>
        <translation>brak rysy</translation>
    </message>
    <message numerus="yes">
        <source>all %n epoch(s) are done</source>
        <translation>
            <numerusform>wykonano jedyną epokę</numerusform>
            <numerusform>wykonano wszystkie %n epoki</numerusform>
            <numerusform>wykonano wszystkich %n epok</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped early after epoch %1: no lower loss in %n epoch(s)</source>
        <translation>
            <numerusform>zatrzymany wcześniej po epoce %1: przez %n epokę strata nie zmalała</numerusform>
            <numerusform>zatrzymany wcześniej po epoce %1: przez %n epoki strata nie zmalała</numerusform>
            <numerusform>zatrzymany wcześniej po epoce %1: przez %n epok strata nie zmalała</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped by the user after %n whole epoch(s)</source>
        <translation>
            <numerusform>zatrzymany przez użytkownika po %n pełnej epoce</numerusform>
            <numerusform>zatrzymany przez użytkownika po %n pełnych epokach</numerusform>
            <numerusform>zatrzymany przez użytkownika po %n pełnych epokach</numerusform>
        </translation>
    </message>
    <message>
        <source>its program ended or stood still before the run was over</source>
        <translation>jego program zakończył się lub zawiesił przed końcem przebiegu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status and why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>something unforeseen failed: %1</source>
        <translation>nieprzewidziany błąd: %1</translation>
    </message>
    <message>
        <source>there is no space left on the disk</source>
        <translation>na dysku nie ma już miejsca</translation>
    </message>
    <message>
        <source>it cannot be written: %1</source>
        <translation>nie można tego zapisać: %1</translation>
    </message>
    <message>
        <source>free some space and try again</source>
        <translation>zwolnij trochę miejsca i spróbuj ponownie</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>nie istnieje</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>nie można tego odczytać: %1</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>to nie jest plik</translation>
    </message>
    <message>
        <source>its %1 bytes do not fit into memory</source>
        <translation>bajty (%1) nie mieszczą się w pamięci</translation>
    </message>
    <message>
        <source>choose another folder with --workspace</source>
        <translation>wybierz inny folder opcją --workspace</translation>
    </message>
    <message>
        <source>the workspace is a file, not a folder</source>
        <translation>obszar roboczy jest plikiem, a nie folderem</translation>
    </message>
    <message>
        <source>no folder is named as the workspace</source>
        <translation>nie podano folderu obszaru roboczego</translation>
    </message>
    <message>
        <source>the workspace cannot be made: %1</source>
        <translation>nie można utworzyć obszaru roboczego: %1</translation>
    </message>
    <message>
        <source>the workspace cannot be written to</source>
        <translation>nie można pisać w obszarze roboczym</translation>
    </message>
    <message>
        <source>the workspace does not exist</source>
        <translation>obszar roboczy nie istnieje</translation>
    </message>
    <message>
        <source>the workspace cannot be read</source>
        <translation>nie można odczytać obszaru roboczego</translation>
    </message>
    <message>
        <source>it must be above %1 and at most %2</source>
        <translation>wartość musi być większa niż %1 i równa najwyżej %2</translation>
    </message>
    <message>
        <source>it must be %1, or between %2 and %3</source>
        <translation>wartość musi być równa %1 albo leżeć między %2 a %3</translation>
    </message>
    <message>
        <source>it must be between %1 and %2</source>
        <translation>wartość musi leżeć między %1 a %2</translation>
    </message>
    <message>
        <source>%1 is out of range; %2</source>
        <translation>%1 jest poza zakresem; %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number; %2</source>
        <translation>„%1” nie jest liczbą całkowitą; %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number; %2</source>
        <translation>„%1” nie jest liczbą; %2</translation>
    </message>
    <message>
        <source>no folder is chosen</source>
        <translation>nie wybrano folderu</translation>
    </message>
    <message>
        <source>choose a folder with proposals</source>
        <translation>wybierz folder z propozycjami</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>folder %1 nie istnieje</translation>
    </message>
    <message>
        <source>the file %1 does not exist</source>
        <translation>plik %1 nie istnieje</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 nie jest folderem</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 nie jest plikiem</translation>
    </message>
    <message>
        <source>the folder %1 cannot be read: %2</source>
        <translation>nie można odczytać folderu %1: %2</translation>
    </message>
    <message>
        <source>the file %1 cannot be read: %2</source>
        <translation>nie można odczytać pliku %1: %2</translation>
    </message>
    <message>
        <source>%1 is not a value of its kind</source>
        <translation>%1 nie jest wartością tego rodzaju</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is unknown; it must be one of %2</source>
        <translation>„%1” jest nieznane; musi to być jedno z: %2</translation>
    </message>
    <message>
        <source>there is no such configuration field</source>
        <translation>nie ma takiego pola konfiguracji</translation>
    </message>
    <message>
        <source>did you mean %1? `fissure-cli fields` lists them all</source>
        <translation>czy chodziło o %1? `fissure-cli fields` wypisuje wszystkie</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>wiersz %1, kolumna %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>obiekt</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 nie jest liczbą całkowitą</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 nie jest liczbą</translation>
    </message>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 nie jest tekstem</translation>
    </message>
    <message>
        <source>it is not JSON at %1</source>
        <translation>to nie jest JSON, %1</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>zawiera zbyt dużą liczbę</translation>
    </message>
    <message>
        <source>it is not a JSON object of configuration fields</source>
        <translation>to nie jest obiekt JSON z polami konfiguracji</translation>
    </message>
    <message>
        <source>it is a link to a file that does not exist</source>
        <translation>jest dowiązaniem do pliku, który nie istnieje</translation>
    </message>
    <message>
        <source>it is truncated or corrupt</source>
        <translation>jest ucięty lub uszkodzony</translation>
    </message>
    <message>
        <source>it is truncated or corrupt (%1)</source>
        <translation>jest ucięty lub uszkodzony (%1)</translation>
    </message>
    <message>
        <source>it is empty (0 bytes)</source>
        <translation>jest pusty (0 bajtów)</translation>
    </message>
    <message>
        <source>it is not an image (its content is none of JPEG, PNG, BMP, TIFF and WebP)</source>
        <translation>to nie jest obraz (zawartość nie jest żadnym z formatów JPEG, PNG, BMP, TIFF i WebP)</translation>
    </message>
    <message>
        <source>its header is cut off or broken</source>
        <translation>jego nagłówek jest ucięty lub uszkodzony</translation>
    </message>
    <message>
        <source>it has %1 x %2 pixels; %3 megapixels are the most that is read</source>
        <translation>ma %1 x %2 pikseli; odczytywane są obrazy do %3 megapikseli</translation>
    </message>
    <message>
        <source>there is not enough memory to decode it</source>
        <translation>brakuje pamięci, aby go zdekodować</translation>
    </message>
    <message>
        <source>a quoted field does not end</source>
        <translation>pole w cudzysłowie nie ma końca</translation>
    </message>
    <message>
        <source>the heading is missing</source>
        <translation>brakuje nagłówka</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>wiersz %1: %2</translation>
    </message>
    <message>
        <source>build the proposals anew, or remove the manifest to use the rounded IoUs of the names</source>
        <translation>utwórz propozycje na nowo albo usuń manifest, aby używać zaokrąglonych IoU z nazw</translation>
    </message>
    <message>
        <source>the columns are not those of a manifest</source>
        <translation>kolumny nie są kolumnami manifestu</translation>
    </message>
    <message>
        <source>there are %1 columns instead of %2</source>
        <translation>liczba kolumn to %1 zamiast %2</translation>
    </message>
    <message>
        <source>the IoU %1 is outside 0 to 1</source>
        <translation>IoU %1 jest poza zakresem od 0 do 1</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not a number</source>
        <translation>%1 „%2” nie jest liczbą</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>folder nie istnieje</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>to nie jest folder</translation>
    </message>
    <message>
        <source>the folder cannot be read: %1</source>
        <translation>nie można odczytać folderu: %1</translation>
    </message>
    <message>
        <source>it holds no proposals</source>
        <translation>nie zawiera propozycji</translation>
    </message>
    <message>
        <source>none of its files (%1) is a proposal; %2: %3</source>
        <translation>żaden z plików (%1) nie jest propozycją; %2: %3</translation>
    </message>
    <message>
        <source>proposals are named &lt;source&gt;.&lt;counter&gt;.&lt;iou&gt;.&lt;label&gt;.jpg, for example wall.3.0_53.1.jpg</source>
        <translation>propozycje mają nazwy &lt;źródło&gt;.&lt;licznik&gt;.&lt;iou&gt;.&lt;etykieta&gt;.jpg, na przykład wall.3.0_53.1.jpg</translation>
    </message>
    <message>
        <source>the IoU is empty</source>
        <translation>IoU jest puste</translation>
    </message>
    <message>
        <source>the IoU %1 has more than one decimal point</source>
        <translation>IoU %1 ma więcej niż jeden znak dziesiętny</translation>
    </message>
    <message>
        <source>the IoU %1 is not a number like 0_53</source>
        <translation>IoU %1 nie jest liczbą taką jak 0_53</translation>
    </message>
    <message>
        <source>the IoU %1 is below 0</source>
        <translation>IoU %1 jest mniejsze od 0</translation>
    </message>
    <message>
        <source>the IoU %1 is above 1</source>
        <translation>IoU %1 jest większe od 1</translation>
    </message>
    <message>
        <source>the name does not read &lt;source&gt;.&lt;counter&gt;.&lt;iou&gt;.&lt;label&gt;.&lt;extension&gt;</source>
        <translation>nazwa nie ma postaci &lt;źródło&gt;.&lt;licznik&gt;.&lt;iou&gt;.&lt;etykieta&gt;.&lt;rozszerzenie&gt;</translation>
    </message>
    <message>
        <source>the extension &quot;%1&quot; is not one of an image</source>
        <translation>rozszerzenie „%1” nie jest rozszerzeniem obrazu</translation>
    </message>
    <message>
        <source>the label is empty</source>
        <translation>etykieta jest pusta</translation>
    </message>
    <message>
        <source>the label %1 is neither 0 nor 1</source>
        <translation>etykieta %1 nie jest ani 0, ani 1</translation>
    </message>
    <message>
        <source>the counter is empty</source>
        <translation>licznik jest pusty</translation>
    </message>
    <message>
        <source>the counter %1 is not a whole number</source>
        <translation>licznik %1 nie jest liczbą całkowitą</translation>
    </message>
    <message>
        <source>the counter %1 is too large</source>
        <translation>licznik %1 jest za duży</translation>
    </message>
    <message>
        <source>the source is empty</source>
        <translation>źródło jest puste</translation>
    </message>
    <message>
        <source>the user stopped it</source>
        <translation>zatrzymał to użytkownik</translation>
    </message>
    <message>
        <source>memory ran out while crops were loaded</source>
        <translation>zabrakło pamięci przy wczytywaniu wycinków</translation>
    </message>
    <message>
        <source>choose fewer prefetched batches or a smaller batch size</source>
        <translation>wybierz mniej wsadów na zapas albo mniejszy wsad</translation>
    </message>
    <message>
        <source>loading crops failed: %1</source>
        <translation>nie udało się wczytać wycinków: %1</translation>
    </message>
    <message>
        <source>LibTorch finds no CUDA device</source>
        <translation>LibTorch nie znajduje urządzenia CUDA</translation>
    </message>
    <message>
        <source>choose auto or cpu, or build with a LibTorch for CUDA</source>
        <translation>wybierz auto albo cpu albo zbuduj program z LibTorch dla CUDA</translation>
    </message>
    <message>
        <source>not one of its crops (%1) could be read</source>
        <translation>nie udało się odczytać żadnego z wycinków (%1)</translation>
    </message>
    <message>
        <source>the loss over the crops is not a number</source>
        <translation>strata na wycinkach nie jest liczbą</translation>
    </message>
    <message>
        <source>check the weights, or train with a lower learning rate</source>
        <translation>sprawdź wagi albo ucz z mniejszym współczynnikiem uczenia</translation>
    </message>
    <message>
        <source>memory ran out</source>
        <translation>zabrakło pamięci</translation>
    </message>
    <message>
        <source>choose a smaller batch size or input size</source>
        <translation>wybierz mniejszy wsad albo rozmiar wejścia</translation>
    </message>
    <message>
        <source>LibTorch failed: %1</source>
        <translation>LibTorch zawiódł: %1</translation>
    </message>
    <message>
        <source>the loss is not a number in epoch %1, step %2</source>
        <translation>strata nie jest liczbą w epoce %1, w kroku %2</translation>
    </message>
    <message>
        <source>train with a lower learning rate</source>
        <translation>ucz z mniejszym współczynnikiem uczenia</translation>
    </message>
    <message>
        <source>there is no proposal to train on</source>
        <translation>nie ma propozycji, na której można się uczyć</translation>
    </message>
    <message>
        <source>there is no proposal to evaluate</source>
        <translation>nie ma propozycji do oceny</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 i jeszcze %2</translation>
    </message>
    <message>
        <source>%1 is [%2] instead of [%3]</source>
        <translation>%1 ma kształt [%2] zamiast [%3]</translation>
    </message>
    <message>
        <source>%1 is of type %2</source>
        <translation>%1 jest typu %2</translation>
    </message>
    <message>
        <source>%1 missing (%2)</source>
        <translation>brakujące: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 unexpected (%2)</source>
        <translation>nieoczekiwane: %1 (%2)</translation>
    </message>
    <message>
        <source>it holds weights of %1, not of %2</source>
        <translation>zawiera wagi sieci %1, a nie %2</translation>
    </message>
    <message>
        <source>choose the backbone %1 or other weights</source>
        <translation>wybierz sieć %1 albo inne wagi</translation>
    </message>
    <message>
        <source>its tensors do not fit %1: %2</source>
        <translation>tensory nie pasują do sieci %1: %2</translation>
    </message>
    <message>
        <source>choose weights of this backbone with torchvision&apos;s key names</source>
        <translation>wybierz wagi tej sieci z nazwami kluczy jak w torchvision</translation>
    </message>
    <message>
        <source>it is not a safetensors file: %1</source>
        <translation>to nie jest plik safetensors: %1</translation>
    </message>
    <message>
        <source>it has only %1 bytes</source>
        <translation>ma tylko %1 bajtów</translation>
    </message>
    <message>
        <source>its header would be %1 bytes long</source>
        <translation>nagłówek miałby %1 bajtów</translation>
    </message>
    <message>
        <source>its header does not start with a brace</source>
        <translation>nagłówek nie zaczyna się od nawiasu klamrowego</translation>
    </message>
    <message>
        <source>it is cut off: its header is %1 bytes long and %2 are there</source>
        <translation>jest ucięty: nagłówek ma %1 bajtów, a jest ich %2</translation>
    </message>
    <message>
        <source>download or export the weights again</source>
        <translation>pobierz lub wyeksportuj wagi jeszcze raz</translation>
    </message>
    <message>
        <source>its header is nested too deeply</source>
        <translation>nagłówek jest zbyt głęboko zagnieżdżony</translation>
    </message>
    <message>
        <source>its header names &quot;%1&quot; twice</source>
        <translation>nagłówek wymienia „%1” dwa razy</translation>
    </message>
    <message>
        <source>its header is not JSON in UTF-8 (%1)</source>
        <translation>nagłówek nie jest zapisem JSON w UTF-8 (%1)</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is not described by dtype, shape and data_offsets</source>
        <translation>tensor „%1” nie jest opisany przez dtype, shape i data_offsets</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is of the unknown type %2</source>
        <translation>tensor „%1” jest nieznanego typu %2</translation>
    </message>
    <message>
        <source>shape or data_offsets of tensor &quot;%1&quot; are not whole numbers</source>
        <translation>shape lub data_offsets tensora „%1” nie są liczbami całkowitymi</translation>
    </message>
    <message>
        <source>the data of tensor &quot;%1&quot; ends before it begins</source>
        <translation>dane tensora „%1” kończą się przed swoim początkiem</translation>
    </message>
    <message>
        <source>the size of tensor &quot;%1&quot; overflows 64 bits</source>
        <translation>rozmiar tensora „%1” przekracza 64 bity</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has %2 bytes of data where its type and shape make %3</source>
        <translation>tensor „%1” ma %2 bajtów danych, a z typu i kształtu wynika %3</translation>
    </message>
    <message>
        <source>its metadata is not a map of texts</source>
        <translation>metadane nie są słownikiem tekstów</translation>
    </message>
    <message>
        <source>the data of tensor &quot;%1&quot; ends at byte %2 of %3</source>
        <translation>dane tensora „%1” kończą się na bajcie %2 z %3</translation>
    </message>
    <message>
        <source>tensors &quot;%1&quot; and &quot;%2&quot; share an offset</source>
        <translation>tensory „%1” i „%2” mają wspólny początek danych</translation>
    </message>
    <message>
        <source>the data of tensors &quot;%1&quot; and &quot;%2&quot; overlap</source>
        <translation>dane tensorów „%1” i „%2” zachodzą na siebie</translation>
    </message>
    <message>
        <source>there is a hole of %1 bytes before the data of tensor &quot;%2&quot;</source>
        <translation>przed danymi tensora „%2” jest luka (bajty: %1)</translation>
    </message>
    <message>
        <source>%1 bytes at its end belong to no tensor</source>
        <translation>bajty na końcu nienależące do żadnego tensora: %1</translation>
    </message>
    <message>
        <source>LibTorch computes with a slow BLAS (%1 GFLOP/s); training will take many times as long. Install libopenblas0-pthread.</source>
        <translation>LibTorch liczy z wolną biblioteką BLAS (%1 GFLOP/s); uczenie potrwa wielokrotnie dłużej. Zainstaluj libopenblas0-pthread.</translation>
    </message>
    <message>
        <source>its content is not what the run stored (SHA-256 differs)</source>
        <translation>zawartość nie jest tą, którą zapisał przebieg (SHA-256 się różni)</translation>
    </message>
    <message>
        <source>restore the file from a backup</source>
        <translation>przywróć plik z kopii zapasowej</translation>
    </message>
    <message>
        <source>In %1, proposals (%2) have only a rounded IoU within 0.005 of the label threshold %3; they keep the label of their name.</source>
        <translation>W folderze %1 propozycje w liczbie %2 mają tylko zaokrąglone IoU w odległości 0.005 od progu etykiety %3; zachowują etykietę z nazwy.</translation>
    </message>
    <message>
        <source>all proposals (%1) are of one class, no crack</source>
        <translation>wszystkie propozycje (%1) są jednej klasy: bez rysy</translation>
    </message>
    <message>
        <source>all proposals (%1) are of one class, crack</source>
        <translation>wszystkie propozycje (%1) są jednej klasy: rysa</translation>
    </message>
    <message>
        <source>choose a folder with both classes, or another label IoU threshold</source>
        <translation>wybierz folder z obiema klasami albo inny próg IoU etykiety</translation>
    </message>
    <message>
        <source>it cannot be made: %1</source>
        <translation>nie można tego utworzyć: %1</translation>
    </message>
    <message>
        <source>%1 was skipped: %2</source>
        <translation>Pominięto %1: %2</translation>
    </message>
    <message>
        <source>This machine has to emulate bf16, which is some 20 times slower than fp32; precision auto would choose fp32.</source>
        <translation>Ten komputer musi emulować bf16, co jest około 20 razy wolniejsze niż fp32; precyzja auto wybrałaby fp32.</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>sprawdź dysk</translation>
    </message>
    <message>
        <source>check the space and state of the disk</source>
        <translation>sprawdź miejsce na dysku i jego stan</translation>
    </message>
    <message>
        <source>check the permissions of the file and its folder</source>
        <translation>sprawdź uprawnienia pliku i jego folderu</translation>
    </message>
    <message>
        <source>it cannot be opened: %1</source>
        <translation>nie można tego otworzyć: %1</translation>
    </message>
    <message>
        <source>it is not a database</source>
        <translation>to nie jest baza danych</translation>
    </message>
    <message>
        <source>restore it from a copy or choose another folder with --workspace</source>
        <translation>przywróć go z kopii albo wybierz inny folder opcją --workspace</translation>
    </message>
    <message>
        <source>its content is damaged: %1</source>
        <translation>zawartość jest uszkodzona: %1</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>używa go inny program</translation>
    </message>
    <message>
        <source>close that program or try again</source>
        <translation>zamknij tamten program albo spróbuj ponownie</translation>
    </message>
    <message>
        <source>there is not enough memory to read it</source>
        <translation>brakuje pamięci, aby go odczytać</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>zamknij inne programy</translation>
    </message>
    <message>
        <source>the database refused: %1</source>
        <translation>baza danych odmówiła: %1</translation>
    </message>
    <message>
        <source>the folder cannot be written, and the database has changes that are not merged yet</source>
        <translation>nie można pisać w folderze, a baza danych ma zmiany, których jeszcze nie scalono</translation>
    </message>
    <message>
        <source>make the folder writable or copy it as a whole</source>
        <translation>umożliw zapis w folderze albo skopiuj go w całości</translation>
    </message>
    <message>
        <source>it cannot be written</source>
        <translation>nie można tego zapisać</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>to baza danych innego programu</translation>
    </message>
    <message>
        <source>its schema has version %1, and this program knows versions up to %2</source>
        <translation>schemat ma wersję %1, a ten program zna wersje do %2</translation>
    </message>
    <message>
        <source>use the newer program that wrote it, or choose another folder with --workspace</source>
        <translation>użyj nowszego programu, który go zapisał, albo wybierz inny folder opcją --workspace</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>przebieg %1</translation>
    </message>
    <message>
        <source>there is no such run in this workspace</source>
        <translation>nie ma takiego przebiegu w tym obszarze roboczym</translation>
    </message>
    <message>
        <source>`fissure-cli runs` lists them all</source>
        <translation>`fissure-cli runs` wypisuje wszystkie</translation>
    </message>
    <message>
        <source>more than one run&apos;s uuid starts so: %1</source>
        <translation>tak zaczyna się uuid więcej niż jednego przebiegu: %1</translation>
    </message>
    <message>
        <source>there are no runs yet</source>
        <translation>nie ma jeszcze przebiegów</translation>
    </message>
    <message>
        <source>give more digits, or the run&apos;s number</source>
        <translation>podaj więcej cyfr albo numer przebiegu</translation>
    </message>
    <message>
        <source>it is being trained (pid %1 on %2)</source>
        <translation>właśnie się uczy (pid %1 na %2)</translation>
    </message>
    <message>
        <source>stop it first</source>
        <translation>najpierw go zatrzymaj</translation>
    </message>
    <message>
        <source>%1 is deleted, but its checkpoints cannot be removed: %2</source>
        <translation>%1: usunięto, ale nie można usunąć jego punktów kontrolnych: %2</translation>
    </message>
    <message>
        <source>remove the folder by hand</source>
        <translation>usuń folder ręcznie</translation>
    </message>
    <message>
        <source>the workspace&apos;s lock file cannot be written: %1</source>
        <translation>nie można zapisać pliku blokady obszaru roboczego: %1</translation>
    </message>
    <message>
        <source>check the permissions of the folder, or choose another one with --workspace</source>
        <translation>sprawdź uprawnienia folderu albo wybierz inny opcją --workspace</translation>
    </message>
    <message>
        <source>the workspace cannot be locked: %1</source>
        <translation>nie można zablokować obszaru roboczego: %1</translation>
    </message>
    <message>
        <source>another program holds the workspace&apos;s lock</source>
        <translation>blokadę obszaru roboczego trzyma inny program</translation>
    </message>
    <message>
        <source>%1 stands in it twice</source>
        <translation>%1 występuje w nim dwa razy</translation>
    </message>
    <message>
        <source>there is no image for it in %1</source>
        <translation>w %1 nie ma dla niego obrazu</translation>
    </message>
    <message>
        <source>the boxes are read from this file, and writing would replace it</source>
        <translation>ramki są czytane z tego pliku, a zapis by go zastąpił</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>wybierz inny plik</translation>
    </message>
    <message>
        <source>stopped before all photographs were read; nothing was written</source>
        <translation>zatrzymano przed odczytaniem wszystkich zdjęć; niczego nie zapisano</translation>
    </message>
    <message>
        <source>the data set cannot be written there: %1</source>
        <translation>nie można tam zapisać zbioru danych: %1</translation>
    </message>
    <message>
        <source>its crops cannot be told from other files without it; remove %1 to build anew</source>
        <translation>bez niego nie można odróżnić wycinków od innych plików; usuń %1, aby zbudować od nowa</translation>
    </message>
    <message>
        <source>another build writes to it</source>
        <translation>zapisuje w nim inna budowa</translation>
    </message>
    <message>
        <source>wait until it is done, or stop it</source>
        <translation>poczekaj, aż się skończy, albo ją zatrzymaj</translation>
    </message>
    <message>
        <source>it already holds files, and they are not a data set of this program</source>
        <translation>zawiera już pliki i nie są one zbiorem danych tego programu</translation>
    </message>
    <message>
        <source>choose a new or an empty folder</source>
        <translation>wybierz nowy albo pusty folder</translation>
    </message>
    <message>
        <source>it cannot be carried over to the new data set in %1: %2</source>
        <translation>nie można przenieść tego do nowego zbioru danych w %1: %2</translation>
    </message>
    <message>
        <source>move it by hand; nothing was removed</source>
        <translation>przenieś to ręcznie; niczego nie usunięto</translation>
    </message>
    <message>
        <source>it holds no images</source>
        <translation>nie zawiera obrazów</translation>
    </message>
    <message>
        <source>none of its images (%1) has ground truth</source>
        <translation>żaden z obrazów (%1) nie ma wzorca</translation>
    </message>
    <message>
        <source>%1; %2: %3</source>
        <translation>%1; %2: %3</translation>
    </message>
    <message>
        <source>its name is not that of an image</source>
        <translation>jego nazwa nie jest nazwą obrazu</translation>
    </message>
    <message>
        <source>none of its images (%1) can be used; %2: %3</source>
        <translation>nie można użyć żadnego z obrazów (%1); %2: %3</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>brakuje na to pamięci</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>nie ma elementu %1</translation>
    </message>
    <message>
        <source>its bbox %1 is not [x, y, width, height]</source>
        <translation>bbox %1 nie ma postaci [x, y, width, height]</translation>
    </message>
    <message>
        <source>it has no bbox, and its segmentation is no list of polygons [x1, y1, x2, y2, ...]</source>
        <translation>nie ma bbox, a segmentation nie jest listą wielokątów [x1, y1, x2, y2, ...]</translation>
    </message>
    <message>
        <source>it has neither bbox nor segmentation</source>
        <translation>nie ma ani bbox, ani segmentation</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>to nie jest obiekt</translation>
    </message>
    <message>
        <source>it has the id %1 of another image</source>
        <translation>ma id %1 innego obrazu</translation>
    </message>
    <message>
        <source>it names the image %1, which is not there</source>
        <translation>wymienia obraz %1, którego nie ma</translation>
    </message>
    <message>
        <source>it has no list &quot;%1&quot;</source>
        <translation>nie ma listy „%1”</translation>
    </message>
    <message>
        <source>it is broken JSON at line %1, column %2 (%3)</source>
        <translation>to uszkodzony JSON w wierszu %1, w kolumnie %2 (%3)</translation>
    </message>
    <message>
        <source>it lists no images</source>
        <translation>nie wymienia żadnych obrazów</translation>
    </message>
    <message>
        <source>%1 names it, and it is not in %2</source>
        <translation>%1 go wymienia, a w %2 go nie ma</translation>
    </message>
    <message>
        <source>%1 has no entry for it</source>
        <translation>%1 nie ma dla niego wpisu</translation>
    </message>
    <message>
        <source>%1 has %2 entries for that name, %3 and %4 among them</source>
        <translation>%1 ma dla tej nazwy wpisy w liczbie %2, wśród nich %3 i %4</translation>
    </message>
    <message>
        <source>its %1 &quot;%2&quot; is none that this version knows</source>
        <translation>wartość %1 „%2” nie jest żadną z tych, które zna ta wersja</translation>
    </message>
    <message>
        <source>it does not describe a folder of proposals</source>
        <translation>to nie jest opis folderu z propozycjami</translation>
    </message>
    <message>
        <source>a newer version may have written it</source>
        <translation>mogła to zapisać nowsza wersja</translation>
    </message>
    <message>
        <source>it does not describe a folder of proposals (%1)</source>
        <translation>to nie jest opis folderu z propozycjami (%1)</translation>
    </message>
    <message>
        <source>the demo data set was stopped before it was complete</source>
        <translation>tworzenie przykładowego zbioru danych zatrzymano przed ukończeniem</translation>
    </message>
    <message>
        <source>it already holds files, and they are no demo data set</source>
        <translation>zawiera już pliki i nie są one przykładowym zbiorem danych</translation>
    </message>
    <message>
        <source>it cannot be created: %1</source>
        <translation>nie można tego utworzyć: %1</translation>
    </message>
    <message>
        <source>it cannot be removed: %1</source>
        <translation>nie można tego usunąć: %1</translation>
    </message>
    <message>
        <source>training proposals</source>
        <translation>propozycje uczące</translation>
    </message>
    <message>
        <source>validation proposals</source>
        <translation>propozycje walidacyjne</translation>
    </message>
    <message>
        <source>%1: the box [%2, %3, %4, %5] has no area</source>
        <translation>%1: ramka [%2, %3, %4, %5] ma zerowe pole</translation>
    </message>
    <message>
        <source>%1: the box [%2, %3, %4, %5] lies outside the %6 x %7 pixels of the image</source>
        <translation>%1: ramka [%2, %3, %4, %5] leży poza obrazem o rozmiarze %6 x %7 pikseli</translation>
    </message>
    <message>
        <source>the annotations are for %1 x %2 pixels, the image has %3 x %4</source>
        <translation>adnotacje dotyczą %1 x %2 pikseli, a obraz ma %3 x %4</translation>
    </message>
    <message>
        <source>it has no mask (%1 or another image in %2)</source>
        <translation>nie ma maski (%1 lub innego obrazu w %2)</translation>
    </message>
    <message>
        <source>the mask %1 is used instead</source>
        <translation>zamiast niego używana jest maska %1</translation>
    </message>
    <message>
        <source>it has no label file (%1 in %2)</source>
        <translation>nie ma pliku etykiet (%1 w %2)</translation>
    </message>
    <message>
        <source>the label file %1 is used instead</source>
        <translation>zamiast niego używany jest plik etykiet %1</translation>
    </message>
    <message>
        <source>it has no annotation (%1 in %2)</source>
        <translation>nie ma adnotacji (%1 w %2)</translation>
    </message>
    <message>
        <source>the annotation %1 is used instead</source>
        <translation>zamiast niego używana jest adnotacja %1</translation>
    </message>
    <message>
        <source>the format of the ground truth is unknown</source>
        <translation>format wzorca jest nieznany</translation>
    </message>
    <message>
        <source>it has %1 megabytes; %2 are the most that is read of an image</source>
        <translation>ma %1 MB; odczytywane są obrazy do %2 MB</translation>
    </message>
    <message>
        <source>images are written as .jpg, .png or .webp only</source>
        <translation>obrazy są zapisywane tylko jako .jpg, .png lub .webp</translation>
    </message>
    <message>
        <source>masks are written as .jpg or .png only</source>
        <translation>maski są zapisywane tylko jako .jpg lub .png</translation>
    </message>
    <message>
        <source>an image of %1 x %2 pixels cannot be coded as JPEG (%3)</source>
        <translation>obrazu o rozmiarze %1 x %2 pikseli nie można zakodować jako JPEG (%3)</translation>
    </message>
    <message>
        <source>the mask has %1 x %2 pixels, its image %3 x %4</source>
        <translation>maska ma %1 x %2 pikseli, a jej obraz %3 x %4</translation>
    </message>
    <message>
        <source>the folder has changed since it was written</source>
        <translation>folder zmienił się od czasu zapisania tego pliku</translation>
    </message>
    <message>
        <source>it is not a JSON list of file names</source>
        <translation>to nie jest lista JSON z nazwami plików</translation>
    </message>
    <message>
        <source>it names &quot;%1&quot;, which is not in the folder</source>
        <translation>wymienia „%1”, czego nie ma w folderze</translation>
    </message>
    <message>
        <source>it names none of the folder&apos;s proposals</source>
        <translation>nie wymienia żadnej propozycji z folderu</translation>
    </message>
    <message>
        <source>%1 names %2 of the %3 proposals in its folder; the others are not used.</source>
        <translation>%1 wymienia %2 z %3 propozycji w swoim folderze; pozostałe nie są używane.</translation>
    </message>
    <message>
        <source>The path cache %1 is not used: %2. The folder&apos;s own files are used instead.</source>
        <translation>Pamięć podręczna ścieżek %1 nie jest używana: %2. Zamiast niej używane są pliki samego folderu.</translation>
    </message>
    <message>
        <source>memory ran out while its crops were checked</source>
        <translation>zabrakło pamięci przy sprawdzaniu wycinków</translation>
    </message>
    <message>
        <source>the check was stopped</source>
        <translation>sprawdzanie zatrzymano</translation>
    </message>
    <message>
        <source>In %1, crops are left out that are empty files.</source>
        <translation>W folderze %1 pominięto wycinki, które są pustymi plikami.</translation>
    </message>
    <message>
        <source>In %1, crops are left out that are truncated or corrupt.</source>
        <translation>W folderze %1 pominięto wycinki, które są ucięte lub uszkodzone.</translation>
    </message>
    <message>
        <source>In %1, crops are left out that are not images.</source>
        <translation>W folderze %1 pominięto wycinki, które nie są obrazami.</translation>
    </message>
    <message>
        <source>In %1, crops are left out that are too large to be decoded.</source>
        <translation>W folderze %1 pominięto wycinki zbyt duże, aby je zdekodować.</translation>
    </message>
    <message>
        <source>In %1, crops are left out that cannot be read.</source>
        <translation>W folderze %1 pominięto wycinki, których nie można odczytać.</translation>
    </message>
    <message>
        <source>In %1, files are left out that are not named as proposals are.</source>
        <translation>W folderze %1 pominięto pliki, których nazwy nie są nazwami propozycji.</translation>
    </message>
    <message>
        <source>In %1, crops are missing that the manifest names.</source>
        <translation>W folderze %1 brakuje wycinków wymienionych w manifeście.</translation>
    </message>
    <message>
        <source>In %1, there are crops that the manifest does not know.</source>
        <translation>W folderze %1 są wycinki, których nie zna manifest.</translation>
    </message>
    <message>
        <source>In %1, labels contradict the rule that a proposal is a crack above an IoU of %2.</source>
        <translation>W folderze %1 etykiety są sprzeczne z regułą, że propozycja jest rysą powyżej IoU %2.</translation>
    </message>
    <message>
        <source>label %1 at IoU %2</source>
        <translation>etykieta %1 przy IoU %2</translation>
    </message>
    <message>
        <source>The description %1 cannot be used: %2.</source>
        <translation>Nie można użyć opisu %1: %2.</translation>
    </message>
    <message>
        <source>The build of %1 was stopped before its last photograph.</source>
        <translation>Budowę %1 zatrzymano przed ostatnim zdjęciem.</translation>
    </message>
    <message>
        <source>The files in %1 are not those that were built: some came, went or changed since.</source>
        <translation>Pliki w %1 nie są tymi, które zbudowano: niektóre od tego czasu doszły, zniknęły lub się zmieniły.</translation>
    </message>
    <message>
        <source>Not one of the crops (%1) of %2 can be read.</source>
        <translation>Nie można odczytać żadnego z wycinków (%1) w folderze %2.</translation>
    </message>
    <message>
        <source>Proposals of the same photographs are trained and validated on. The validation figures will look better than the network is.</source>
        <translation>Uczenie i walidacja używają propozycji z tych samych zdjęć. Wyniki walidacji będą lepsze niż sieć.</translation>
    </message>
    <message>
        <source>training crops: %1, validation crops: %2</source>
        <translation>wycinki uczące: %1, walidacyjne: %2</translation>
    </message>
    <message>
        <source>Training and validation use the same folder. The validation figures will look better than the network is.</source>
        <translation>Uczenie i walidacja używają tego samego folderu. Wyniki walidacji będą lepsze niż sieć.</translation>
    </message>
    <message>
        <source>The training labels were made at an IoU of %1, those of the validation at %2. Set a label IoU threshold to have both labelled alike.</source>
        <translation>Etykiety uczące powstały przy IoU %1, a walidacyjne przy %2. Ustaw próg IoU etykiety, aby jedne i drugie były nadane tak samo.</translation>
    </message>
    <message>
        <source>Validation crops have the very pixels of training crops. The validation figures will look better than the network is.</source>
        <translation>Wycinki walidacyjne mają dokładnie te same piksele co wycinki uczące. Wyniki walidacji będą lepsze niż sieć.</translation>
    </message>
    <message>
        <source>the same pixels as %1</source>
        <translation>te same piksele co %1</translation>
    </message>
    <message>
        <source>the build was stopped; the data set that was there stays as it was</source>
        <translation>budowę zatrzymano; dotychczasowy zbiór danych pozostaje bez zmian</translation>
    </message>
    <message>
        <source>the build was stopped before its first image</source>
        <translation>budowę zatrzymano przed pierwszym obrazem</translation>
    </message>
    <message>
        <source>its images (%1) gave no proposals</source>
        <translation>obrazy (%1) nie dały żadnych propozycji</translation>
    </message>
    <message>
        <source>%1 of %2 photographs are done and kept</source>
        <translation>ukończono i zachowano %1 z %2 zdjęć</translation>
    </message>
    <message>
        <source>the data set that was there stays as it was</source>
        <translation>dotychczasowy zbiór danych pozostaje bez zmian</translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation>niczego nie zachowano</translation>
    </message>
    <message>
        <source>there is no space left on the disk, about %1 MB more are needed; %2</source>
        <translation>na dysku nie ma już miejsca, potrzeba jeszcze około %1 MB; %2</translation>
    </message>
    <message>
        <source>free that much and build again</source>
        <translation>zwolnij tyle miejsca i zbuduj ponownie</translation>
    </message>
    <message>
        <source>the build was stopped</source>
        <translation>budowę zatrzymano</translation>
    </message>
    <message>
        <source>there is not enough memory for selective search</source>
        <translation>brakuje pamięci na wyszukiwanie selektywne</translation>
    </message>
    <message>
        <source>it has %1 x %2 pixels; selective search needs %3 in both directions</source>
        <translation>ma %1 x %2 pikseli; wyszukiwanie selektywne wymaga %3 w obu kierunkach</translation>
    </message>
    <message>
        <source>selective search was stopped</source>
        <translation>wyszukiwanie selektywne zatrzymano</translation>
    </message>
    <message>
        <source>selective search failed: %1</source>
        <translation>wyszukiwanie selektywne nie powiodło się: %1</translation>
    </message>
    <message>
        <source>the source %1 is there twice</source>
        <translation>źródło %1 występuje dwa razy</translation>
    </message>
    <message>
        <source>the columns are not those of a list of sources</source>
        <translation>kolumny nie są kolumnami listy źródeł</translation>
    </message>
    <message>
        <source>it is broken XML at line %1, column %2 (%3)</source>
        <translation>to uszkodzony XML w wierszu %1, w kolumnie %2 (%3)</translation>
    </message>
    <message>
        <source>its %1 &quot;%2&quot; is not a number of pixels</source>
        <translation>wartość %1 „%2” nie jest liczbą pikseli</translation>
    </message>
    <message>
        <source>it is no VOC annotation (its root is not &lt;annotation&gt;)</source>
        <translation>to nie jest adnotacja VOC (elementem głównym nie jest &lt;annotation&gt;)</translation>
    </message>
    <message>
        <source>object %1: %2</source>
        <translation>obiekt %1: %2</translation>
    </message>
    <message>
        <source>%1, object %2</source>
        <translation>%1, obiekt %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>„%1” nie jest liczbą</translation>
    </message>
    <message>
        <source>a box has 5 values, a polygon 7, 9, 11 and so on; there are %1 here</source>
        <translation>ramka ma 5 wartości, wielokąt 7, 9, 11 i tak dalej; tu liczba wartości to %1</translation>
    </message>
    <message>
        <source>it starts with %1, which is no number of a class</source>
        <translation>zaczyna się od %1, co nie jest numerem klasy</translation>
    </message>
    <message>
        <source>%1 is outside the range from 0 to 1, so it is no fraction of a side</source>
        <translation>%1 jest poza zakresem od 0 do 1, więc nie jest ułamkiem boku</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, wiersz %2</translation>
    </message>
    <message>
        <source>%1 Found: %2.</source>
        <translation>%1 Znaleziono: %2.</translation>
    </message>
    <message>
        <source>%1 Found: %2, the first of them %3.</source>
        <translation>%1 Znaleziono: %2, z tego pierwsze to %3.</translation>
    </message>
    <message>
        <source>The training proposals of %1 have no crack among them. Choose another folder or a lower label IoU threshold.</source>
        <translation>Wśród propozycji uczących z folderu %1 nie ma rys. Wybierz inny folder albo niższy próg IoU etykiety.</translation>
    </message>
    <message>
        <source>The training proposals of %1 are all cracks. Choose a folder with no-crack proposals too.</source>
        <translation>Wszystkie propozycje uczące z folderu %1 to rysy. Wybierz folder, w którym są także propozycje bez rysy.</translation>
    </message>
    <message>
        <source>The validation proposals have no crack among them. Recall will be 0 whatever the network learns.</source>
        <translation>Wśród propozycji walidacyjnych nie ma rys. Czułość będzie równa 0, czegokolwiek sieć się nauczy.</translation>
    </message>
    <message>
        <source>The validation proposals are all cracks. Precision will be 1 whatever the network learns.</source>
        <translation>Wszystkie propozycje walidacyjne to rysy. Precyzja będzie równa 1, czegokolwiek sieć się nauczy.</translation>
    </message>
    <message>
        <source>In %1, proposals have only a rounded IoU within 0.005 of the label threshold %2; they keep the label of their name.</source>
        <translation>W folderze %1 są propozycje, które mają tylko zaokrąglone IoU w odległości 0.005 od progu etykiety %2; zachowują etykietę z nazwy.</translation>
    </message>
    <message>
        <source>Of %1 training proposals %2 are cracks (%3 %). The sampler %4 shows about %5 cracks in an epoch of %6 draws (%7 %), each crack %8 times.</source>
        <translation>Liczba propozycji uczących: %1, z tego rys: %2 (%3 %). Sampler %4 pokazuje około %5 rys w epoce o liczbie losowań %6 (%7 %), każdą rysę %8 raza.</translation>
    </message>
    <message>
        <source>A batch of %1 shows %2 cracks on average. Keep fewer negatives, sample by weight or take larger batches.</source>
        <translation>Wsad o rozmiarze %1 pokazuje średnio %2 rysy. Zostaw mniej negatywów, próbkuj z wagami albo użyj większych wsadów.</translation>
    </message>
    <message>
        <source>An epoch will take about %1, the whole run %2 at most.</source>
        <translation>Epoka potrwa około %1, a cały przebieg najwyżej %2.</translation>
    </message>
    <message>
        <source>An epoch will take about %1, the whole run %2 at most, with %3 of memory.</source>
        <translation>Epoka potrwa około %1, a cały przebieg najwyżej %2, przy zużyciu pamięci %3.</translation>
    </message>
    <message>
        <source>The dry batch was left out: it would need more memory than is free.</source>
        <translation>Wsad próbny pominięto: wymagałby więcej pamięci, niż jest wolne.</translation>
    </message>
    <message>
        <source>A few batches were trained on to measure them, and that failed: %1.</source>
        <translation>Próbne uczenie na kilku wsadach w celu pomiaru nie powiodło się: %1.</translation>
    </message>
    <message>
        <source>the dry batch was stopped</source>
        <translation>wsad próbny zatrzymano</translation>
    </message>
    <message>
        <source>There are no validation proposals. The best weights will be those of the lowest training loss, and nothing tells how good they are.</source>
        <translation>Nie ma propozycji walidacyjnych. Za najlepsze uznane zostaną wagi o najniższej stracie uczenia i nic nie powie, jak są dobre.</translation>
    </message>
    <message>
        <source>The run will need about %1 of memory and %2 are free. Choose a smaller batch or input size, or close other programs.</source>
        <translation>Przebieg będzie potrzebował około %1 pamięci, a wolne jest %2. Wybierz mniejszy wsad lub rozmiar wejścia albo zamknij inne programy.</translation>
    </message>
    <message>
        <source>The crack weight has no effect: only the weighted sampler uses it.</source>
        <translation>Waga rysy nie działa: używa jej tylko sampler weighted.</translation>
    </message>
    <message>
        <source>Focal alpha and gamma have no effect: the loss is %1.</source>
        <translation>Alfa i gamma straty focal nie działają: funkcją straty jest %1.</translation>
    </message>
    <message>
        <source>The sequential sampler shows neighbouring crops together. Training without shuffling usually ends worse.</source>
        <translation>Sampler sequential pokazuje sąsiednie wycinki razem. Uczenie bez tasowania zwykle kończy się gorzej.</translation>
    </message>
    <message>
        <source>The batch size of %1 is larger than the %2 training proposals.</source>
        <translation>Rozmiar wsadu %1 jest większy niż liczba propozycji uczących (%2).</translation>
    </message>
    <message>
        <source>The network starts from random weights. ImageNet weights need far less data and fewer epochs.</source>
        <translation>Sieć zaczyna od wag losowych. Wagi z ImageNet wymagają znacznie mniej danych i epok.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The proposals of %1 have no crack among them.</source>
        <translation>Wśród propozycji z %1 nie ma żadnej rysy.</translation>
    </message>
    <message>
        <source>The proposals of %1 are all cracks.</source>
        <translation>Wszystkie propozycje z %1 są rysami.</translation>
    </message>
    <message>
        <source>The build of %1 left files out: %2.</source>
        <translation>Przy budowie %1 pominięto pliki: %2.</translation>
    </message>
    <message>
        <source>it is an image, and writing would replace it</source>
        <translation>to obraz, a zapis by go zastąpił</translation>
    </message>
    <message>
        <source>it has %1 bits a channel; masks of 1, 8 and 16 bits are read</source>
        <translation>ma %1 bitów na kanał; czytane są maski 1-, 8- i 16-bitowe</translation>
    </message>
    <message>
        <source>no pixel of the mask is above the threshold %1; its highest value is %2</source>
        <translation>żaden piksel maski nie przekracza progu %1; jej najwyższa wartość to %2</translation>
    </message>
    <message>
        <source>%1 of the wrong shape (%2)</source>
        <translation>o złym kształcie: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 of a type that cannot be loaded (%2)</source>
        <translation>o typie nie do wczytania: %1 (%2)</translation>
    </message>
    <message>
        <source>it describes a tensor by values that make none</source>
        <translation>opisuje tensor wartościami, które go nie tworzą</translation>
    </message>
    <message>
        <source>it describes a tensor&apos;s storage by values that make none</source>
        <translation>opisuje dane tensora wartościami, które ich nie tworzą</translation>
    </message>
    <message>
        <source>it holds a tensor with metadata of its own</source>
        <translation>zawiera tensor z własnymi metadanymi</translation>
    </message>
    <message>
        <source>it describes a dictionary by values that make none</source>
        <translation>opisuje słownik wartościami, które go nie tworzą</translation>
    </message>
    <message>
        <source>it calls %1 with %2 arguments</source>
        <translation>wywołuje %1 z liczbą argumentów %2</translation>
    </message>
    <message>
        <source>its pickle uses the unknown operation %1</source>
        <translation>jego pickle używa nieznanej operacji %1</translation>
    </message>
    <message>
        <source>its pickle uses the operation %1, which no file of weights needs</source>
        <translation>jego pickle używa operacji %1, której nie potrzebuje żaden plik wag</translation>
    </message>
    <message>
        <source>its pickle is of protocol %1</source>
        <translation>jego pickle jest w wersji protokołu %1</translation>
    </message>
    <message>
        <source>its pickle uses the operation BUILD on more than an OrderedDict</source>
        <translation>jego pickle używa operacji BUILD na czymś innym niż OrderedDict</translation>
    </message>
    <message>
        <source>its pickle asks Python for %1.%2, which no file of weights needs</source>
        <translation>jego pickle żąda od Pythona %1.%2, czego nie potrzebuje żaden plik wag</translation>
    </message>
    <message>
        <source>it is cut off: its pickle ends at byte %1</source>
        <translation>jest urwany: jego pickle kończy się na bajcie %1</translation>
    </message>
    <message>
        <source>its pickle has no values for the operation %1 before byte %2</source>
        <translation>w jego pickle brak wartości dla operacji %1 przed bajtem %2</translation>
    </message>
    <message>
        <source>its pickle holds more than %1 values</source>
        <translation>jego pickle zawiera więcej niż %1 wartości</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; reaches beyond its storage</source>
        <translation>tensor „%1” wykracza poza swoje dane</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; would take more memory than the file has data</source>
        <translation>tensor „%1” zająłby więcej pamięci, niż plik ma danych</translation>
    </message>
    <message>
        <source>the data of tensor &quot;%1&quot; are missing</source>
        <translation>brakuje danych tensora „%1”</translation>
    </message>
    <message>
        <source>the data of tensor &quot;%1&quot; are %2 bytes long, not %3</source>
        <translation>dane tensora „%1” mają długość %2 bajtów, a nie %3</translation>
    </message>
    <message>
        <source>it is a pickle that torch.save did not write</source>
        <translation>to plik pickle, którego nie zapisało torch.save</translation>
    </message>
    <message>
        <source>it is of a version of torch.save that is not known</source>
        <translation>pochodzi z nieznanej wersji torch.save</translation>
    </message>
    <message>
        <source>it does not say in which order its bytes are</source>
        <translation>nie podaje kolejności swoich bajtów</translation>
    </message>
    <message>
        <source>its numbers are of the byte order &quot;%1&quot;</source>
        <translation>jego liczby mają kolejność bajtów „%1”</translation>
    </message>
    <message>
        <source>its list of storages is broken</source>
        <translation>jego lista danych jest uszkodzona</translation>
    </message>
    <message>
        <source>it is cut off: its storage &quot;%1&quot; ends beyond its end</source>
        <translation>jest urwany: jego dane „%1” kończą się za jego końcem</translation>
    </message>
    <message>
        <source>it is an archive that torch.save did not write</source>
        <translation>to archiwum, którego nie zapisało torch.save</translation>
    </message>
    <message>
        <source>it is a TorchScript program, which is not read</source>
        <translation>to program TorchScript, a takich się nie wczytuje</translation>
    </message>
    <message>
        <source>it holds no dictionary of tensors by name</source>
        <translation>nie zawiera słownika tensorów według nazw</translation>
    </message>
    <message>
        <source>its dictionary has keys that are no names</source>
        <translation>jego słownik ma klucze, które nie są nazwami</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; in it is not UTF-8</source>
        <translation>nazwa „%1” w nim nie jest w UTF-8</translation>
    </message>
    <message>
        <source>it names &quot;%1&quot; twice</source>
        <translation>wymienia „%1” dwa razy</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its dictionary is no tensor</source>
        <translation>„%1” w jego słowniku nie jest tensorem</translation>
    </message>
    <message>
        <source>save the network&apos;s state_dict() alone, with torch.save or as safetensors</source>
        <translation>zapisz samo state_dict() sieci, przez torch.save lub jako safetensors</translation>
    </message>
    <message>
        <source>it is neither a safetensors file nor one that torch.save wrote</source>
        <translation>to ani plik safetensors, ani plik zapisany przez torch.save</translation>
    </message>
    <message>
        <source>the archive&apos;s directory of 64 bits is missing</source>
        <translation>brakuje 64-bitowego spisu archiwum</translation>
    </message>
    <message>
        <source>it is cut off: the archive&apos;s directory is missing</source>
        <translation>jest urwany: brakuje spisu archiwum</translation>
    </message>
    <message>
        <source>it is a part of an archive in several files</source>
        <translation>to część archiwum złożonego z kilku plików</translation>
    </message>
    <message>
        <source>the archive&apos;s directory is broken</source>
        <translation>spis archiwum jest uszkodzony</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the archive is of two sizes, %2 and %3 bytes</source>
        <translation>„%1” w archiwum ma dwa rozmiary, %2 i %3 bajtów</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not where the archive&apos;s directory has it</source>
        <translation>„%1” nie leży tam, gdzie podaje spis archiwum</translation>
    </message>
    <message>
        <source>&quot;%1&quot; bears another name than in the archive&apos;s directory</source>
        <translation>„%1” ma inną nazwę niż w spisie archiwum</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends beyond the archive&apos;s directory</source>
        <translation>„%1” kończy się za spisem archiwum</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; overlap in the archive</source>
        <translation>„%1” i „%2” nakładają się w archiwum</translation>
    </message>
    <message>
        <source>the archive holds &quot;%1&quot; twice</source>
        <translation>archiwum zawiera „%1” dwa razy</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing in it</source>
        <translation>brakuje w nim „%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in it is compressed or encrypted, which torch.save never writes</source>
        <translation>„%1” w nim jest skompresowane lub zaszyfrowane, czego torch.save nigdy nie zapisuje</translation>
    </message>
    <message>
        <source>the checksum of &quot;%1&quot; in it is wrong</source>
        <translation>suma kontrolna „%1” w nim jest błędna</translation>
    </message>
    <message>
        <source>a disk is mounted there, and a data set takes its folder&apos;s place as a whole</source>
        <translation>zamontowano tam dysk, a zbiór danych zajmuje miejsce swojego folderu w całości</translation>
    </message>
    <message>
        <source>choose a folder inside it</source>
        <translation>wybierz folder w jego wnętrzu</translation>
    </message>
    <message>
        <source>it is whole in %1, and the next build goes on from there</source>
        <translation>jest w całości w %1 i następna budowa będzie kontynuowana od tego miejsca</translation>
    </message>
    <message>
        <source>the names of two photographs are the same to this disk; rename one</source>
        <translation>dla tego dysku nazwy dwóch zdjęć są takie same; zmień jedną z nich</translation>
    </message>
    <message>
        <source>%1; the data set that was there stays as it was</source>
        <translation>%1; dotychczasowy zbiór danych pozostaje bez zmian</translation>
    </message>
    <message>
        <source>there is no space left on the disk; %1</source>
        <translation>na dysku nie ma już miejsca; %1</translation>
    </message>
    <message>
        <source>free some space and build again</source>
        <translation>zwolnij miejsce i buduj ponownie</translation>
    </message>
    <message>
        <source>what is done is kept for the next build</source>
        <translation>to, co gotowe, zostaje dla następnej budowy</translation>
    </message>
    <message>
        <source>the SHA-256 of what came begins with %1 and not with %2; it was removed</source>
        <translation>SHA-256 pobranych danych zaczyna się od %1, a nie od %2; usunięto je</translation>
    </message>
    <message>
        <source>try again, or from another server</source>
        <translation>spróbuj ponownie albo z innego serwera</translation>
    </message>
    <message>
        <source>the address begins with neither https:// nor http://</source>
        <translation>adres nie zaczyna się od https:// ani od http://</translation>
    </message>
    <message>
        <source>it is neither a known backbone nor a file&apos;s name such as resnet18-f37072fd.pth</source>
        <translation>to ani znana sieć, ani nazwa pliku taka jak resnet18-f37072fd.pth</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>wybierz jedną z: %1</translation>
    </message>
    <message>
        <source>another download of it is under way</source>
        <translation>trwa już inne jego pobieranie</translation>
    </message>
    <message>
        <source>try again: what has come is kept, and the download goes on from there</source>
        <translation>spróbuj ponownie: to, co pobrano, zostaje, a pobieranie będzie kontynuowane od tego miejsca</translation>
    </message>
    <message>
        <source>the download was stopped</source>
        <translation>pobieranie zatrzymano</translation>
    </message>
    <message>
        <source>the server sends another part than the one it was asked for</source>
        <translation>serwer wysyła inną część niż ta, o którą go poproszono</translation>
    </message>
    <message>
        <source>the server does not have it (%1)</source>
        <translation>serwer tego nie ma (%1)</translation>
    </message>
    <message>
        <source>check the address</source>
        <translation>sprawdź adres</translation>
    </message>
    <message>
        <source>the server refuses it (%1)</source>
        <translation>serwer odmawia (%1)</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>spróbuj ponownie później</translation>
    </message>
    <message>
        <source>the server&apos;s name is not known</source>
        <translation>nazwa serwera nie jest znana</translation>
    </message>
    <message>
        <source>check the network and the address</source>
        <translation>sprawdź sieć i adres</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>nie można połączyć się z serwerem</translation>
    </message>
    <message>
        <source>check the network, or try again later</source>
        <translation>sprawdź sieć albo spróbuj ponownie później</translation>
    </message>
    <message>
        <source>the server has sent next to nothing for %1 s</source>
        <translation>serwer od %1 s prawie nic nie przysyła</translation>
    </message>
    <message>
        <source>the connection is not secure: %1</source>
        <translation>połączenie nie jest bezpieczne: %1</translation>
    </message>
    <message>
        <source>check the clock and the certificates of this computer</source>
        <translation>sprawdź zegar i certyfikaty tego komputera</translation>
    </message>
    <message>
        <source>the server leads on to an address that is not followed: %1</source>
        <translation>serwer odsyła do adresu, który nie jest dopuszczony: %1</translation>
    </message>
    <message>
        <source>the connection broke off after %1 of %2 bytes</source>
        <translation>połączenie zerwano po %1 z %2 bajtów</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>połączenie zerwano</translation>
    </message>
    <message>
        <source>the download failed: %1</source>
        <translation>pobieranie nie powiodło się: %1</translation>
    </message>
    <message>
        <source>%1 downloaded, %2/s</source>
        <translation>pobrano %1, %2/s</translation>
    </message>
    <message>
        <source>%1 of %2 downloaded, %3/s, %4 left</source>
        <translation>pobrano %1 z %2, %3/s, pozostało %4</translation>
    </message>
    <message>
        <source>%1 of %2 downloaded, %3/s</source>
        <translation>pobrano %1 z %2, %3/s</translation>
    </message>
    <message>
        <source>`fissure-cli fields` lists them all</source>
        <translation>`fissure-cli fields` wypisuje wszystkie</translation>
    </message>
    <message>
        <source>IoU %1 in the name, %2 in the manifest</source>
        <translation>IoU %1 w nazwie, %2 w manifeście</translation>
    </message>
    <message>
        <source>In %1, the manifest gives crops another IoU than their names. The rounded IoUs of the names are used.</source>
        <translation>W folderze %1 manifest podaje wycinkom inne IoU niż ich nazwy. Używane są zaokrąglone IoU z nazw.</translation>
    </message>
    <message>
        <source>the same content as %1</source>
        <translation>ta sama zawartość co %1</translation>
    </message>
    <message>
        <source>Photographs of validation proposals are copies of photographs that are trained on. The validation figures will look better than the network is.</source>
        <translation>Zdjęcia propozycji walidacyjnych są kopiami zdjęć uczących. Wyniki walidacji będą lepsze niż sieć.</translation>
    </message>
    <message>
        <source>it is a photograph, not a mask: most of its pixels are grey and unlike the one beside them</source>
        <translation>to zdjęcie, a nie maska: większość pikseli jest szara i różni się od sąsiednich</translation>
    </message>
    <message>
        <source>it holds no images, and its sub-folders are not looked into</source>
        <translation>nie zawiera obrazów, a jego podfolderów się nie przegląda</translation>
    </message>
    <message>
        <source>it is in a sub-folder, which is not looked into; build from %1 for it</source>
        <translation>jest w podfolderze, którego się nie przegląda; zbuduj dla niego z %1</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>to folder</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>podaj plik w nim</translation>
    </message>
    <message>
        <source>a safetensors file cannot hold its tensors: %1</source>
        <translation>plik safetensors nie może pomieścić jego tensorów: %1</translation>
    </message>
    <message>
        <source>weights are written as safetensors only</source>
        <translation>wagi zapisuje się tylko jako safetensors</translation>
    </message>
    <message>
        <source>choose a name that ends with .safetensors</source>
        <translation>wybierz nazwę kończącą się na .safetensors</translation>
    </message>
    <message>
        <source>it is the very file that the weights are read from</source>
        <translation>to ten sam plik, z którego odczytuje się wagi</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>wybierz inną nazwę</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>to nie jest zwykły plik</translation>
    </message>
</context>
<context>
    <name>fissure::ui::BandSamples</name>
    <message>
        <source>Sample crops of each IoU band of 0.1</source>
        <translation>Przykładowe wycinki z każdego przedziału IoU o szerokości 0,1</translation>
    </message>
</context>
<context>
    <name>fissure::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Zamknij tę wiadomość</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Błąd</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Ostrzeżenie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Uwaga</translation>
    </message>
</context>
<context>
    <name>fissure::ui::BuildView</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Build proposals</source>
        <translation>Zbuduj propozycje</translation>
    </message>
    <message>
        <source>New data set</source>
        <translation>Nowy zbiór danych</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Zbiory danych</translation>
    </message>
    <message>
        <source>Back to the list of data sets (Esc); a build goes on.</source>
        <translation>Wróć do listy zbiorów danych (Esc); budowa trwa dalej.</translation>
    </message>
    <message>
        <source>Stop the build; photographs that are done are kept.</source>
        <translation>Zatrzymaj budowę; ukończone zdjęcia zostaną zachowane.</translation>
    </message>
    <message>
        <source>Looking into the folders…</source>
        <translation>Przeglądanie folderów…</translation>
    </message>
    <message>
        <source>Choose photographs and their ground truth to see what selective search proposes in them.</source>
        <translation>Wybierz zdjęcia i ich wzorzec, aby zobaczyć, co proponuje na nich wyszukiwanie selektywne.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Anulowanie…</translation>
    </message>
    <message>
        <source>Building: the first photograph is being searched…</source>
        <translation>Budowa: przeszukiwanie pierwszego zdjęcia…</translation>
    </message>
    <message numerus="yes">
        <source>Ready to cut up %n photograph(s).</source>
        <translation>
            <numerusform>Gotowe do pocięcia: %n zdjęcie.</numerusform>
            <numerusform>Gotowe do pocięcia: %n zdjęcia.</numerusform>
            <numerusform>Gotowe do pocięcia: %n zdjęć.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 photographs</source>
        <translation>%1 z %2 zdjęć</translation>
    </message>
    <message>
        <source>%1, %2, %3 left</source>
        <comment>photographs, rate and time of a build</comment>
        <translation>%1, %2, pozostało %3</translation>
    </message>
    <message>
        <source>Replace data set</source>
        <translation>Zastąp zbiór danych</translation>
    </message>
    <message>
        <source>Replace the data set %1?</source>
        <translation>Zastąpić zbiór danych %1?</translation>
    </message>
    <message>
        <source>It was built from the photographs in %1, the new one is built from those in %2.</source>
        <translation>Zbudowano go ze zdjęć z folderu %1, nowy powstanie ze zdjęć z folderu %2.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ComparePanel</name>
    <message>
        <source>Run %1: %2</source>
        <translation>Przebieg %1: %2</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Ostrzeżenie</translation>
    </message>
    <message>
        <source>These runs were measured on different proposals; their figures cannot be compared.</source>
        <translation>Te przebiegi oceniono na różnych propozycjach; ich wyników nie można porównywać.</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>Porównanie przebiegów</translation>
    </message>
    <message>
        <source>Comparison of %1 runs</source>
        <translation>Porównanie przebiegów (%1)</translation>
    </message>
    <message>
        <source>Setting or figure</source>
        <translation>Ustawienie lub wynik</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Strata walidacji</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoka</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>Wszystkie ustawienia są takie same.</translation>
    </message>
    <message>
        <source>1 setting differs; it comes first.</source>
        <translation>Różni się 1 ustawienie; stoi na początku.</translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ; they come first.</source>
        <translation>
            <numerusform>Różni się %n ustawienie; stoi na początku.</numerusform>
            <numerusform>Różnią się %n ustawienia; stoją na początku.</numerusform>
            <numerusform>Różni się %n ustawień; stoją na początku.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 selected runs are compared.</source>
        <translation>Porównywanych jest pierwszych %1 z %2 wybranych przebiegów.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ConfigForm</name>
    <message>
        <source>No field matches.</source>
        <translation>Żadne pole nie pasuje.</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Znajdź pole</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n changed)</source>
        <translation>
            <numerusform>%1 (%n zmienione)</numerusform>
            <numerusform>%1 (%n zmienione)</numerusform>
            <numerusform>%1 (%n zmienionych)</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a field to read what it does.</source>
        <translation>Wybierz pole, aby przeczytać, do czego służy.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ConfigRow</name>
    <message>
        <source>Reset %1 to its default</source>
        <translation>Przywróć domyślną wartość: %1</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wyczyść</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>Przywróć %1</translation>
    </message>
    <message>
        <source>This has no effect with the other settings.</source>
        <translation>Przy pozostałych ustawieniach to nie działa.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ConfigurationTab</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguracja</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ustawienie</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Domyślnie</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Kopiuj jako JSON</translation>
    </message>
    <message>
        <source>Copy the configuration as a file that a new run can start from.</source>
        <translation>Kopiuj konfigurację jako plik, od którego można zacząć nowy przebieg.</translation>
    </message>
    <message>
        <source>All settings have their defaults.</source>
        <translation>Wszystkie ustawienia mają wartości domyślne.</translation>
    </message>
    <message>
        <source>1 setting differs from the default.</source>
        <translation>1 ustawienie różni się od domyślnego.</translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ from the defaults.</source>
        <translation>
            <numerusform>%n ustawienie różni się od domyślnych.</numerusform>
            <numerusform>%n ustawienia różnią się od domyślnych.</numerusform>
            <numerusform>%n ustawień różni się od domyślnych.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix: %1 true positives, %2 false positives, %3 true negatives, %4 false negatives</source>
        <translation>Macierz pomyłek: prawdziwie dodatnie %1, fałszywie dodatnie %2, prawdziwie ujemne %3, fałszywie ujemne %4</translation>
    </message>
    <message>
        <source>Confusion matrix, not there yet</source>
        <translation>Macierz pomyłek, jeszcze niedostępna</translation>
    </message>
    <message>
        <source>true negatives</source>
        <translation>prawdziwie ujemne</translation>
    </message>
    <message>
        <source>false positives</source>
        <translation>fałszywie dodatnie</translation>
    </message>
    <message>
        <source>false negatives</source>
        <translation>fałszywie ujemne</translation>
    </message>
    <message>
        <source>true positives</source>
        <translation>prawdziwie dodatnie</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>przewidziana</translation>
    </message>
    <message>
        <source>true</source>
        <translation>prawdziwa</translation>
    </message>
</context>
<context>
    <name>fissure::ui::CropDelegate</name>
    <message>
        <source>No crop</source>
        <translation>Brak wycinka</translation>
    </message>
    <message>
        <source>IoU %1</source>
        <translation>IoU %1</translation>
    </message>
    <message>
        <source>p %1</source>
        <comment>probability of crack</comment>
        <translation>p %1</translation>
    </message>
</context>
<context>
    <name>fissure::ui::CropGrid</name>
    <message>
        <source>Proposals</source>
        <translation>Propozycje</translation>
    </message>
</context>
<context>
    <name>fissure::ui::CropPicture</name>
    <message>
        <source>Crop</source>
        <translation>Wycinek</translation>
    </message>
    <message>
        <source>The crop cannot be read.</source>
        <translation>Nie można odczytać wycinka.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::CurveChart</name>
    <message>
        <source>%1, smoothed %2</source>
        <comment>a value of a curve</comment>
        <translation>%1, wygładzona %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::CurveLegend</name>
    <message>
        <source>Show or hide “%1”</source>
        <translation>Pokaż lub ukryj „%1”</translation>
    </message>
</context>
<context>
    <name>fissure::ui::CurveTools</name>
    <message>
        <source>Off</source>
        <translation>Bez wygładzania</translation>
    </message>
    <message>
        <source>Light (0.6)</source>
        <translation>Lekkie (0,6)</translation>
    </message>
    <message>
        <source>Medium (0.9)</source>
        <translation>Średnie (0,9)</translation>
    </message>
    <message>
        <source>Strong (0.98)</source>
        <translation>Mocne (0,98)</translation>
    </message>
    <message>
        <source>Smooth the steps</source>
        <translation>Wygładź kroki</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Oś logarytmiczna</translation>
    </message>
    <message>
        <source>log</source>
        <comment>logarithmic, on a small button</comment>
        <translation>log</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Pokaż wszystko</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Obraz…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Zapis obrazu</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Obrazy (*.png)</translation>
    </message>
    <message>
        <source>Values…</source>
        <translation>Wartości…</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>Zapis wartości</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabele (*.csv)</translation>
    </message>
</context>
<context>
    <name>fissure::ui::DataPage</name>
    <message>
        <source>New data set</source>
        <translation>Nowy zbiór danych</translation>
    </message>
    <message>
        <source>Building, %1 %</source>
        <translation>Budowa, %1 %</translation>
    </message>
    <message>
        <source>%1 crops were built from %2 of %3 photographs.</source>
        <translation>Liczba zbudowanych wycinków: %1; użyte zdjęcia: %2 z %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n photograph(s) had not changed since the last build.</source>
        <translation>
            <numerusform>%1 Od ostatniej budowy nie zmieniło się %n zdjęcie.</numerusform>
            <numerusform>%1 Od ostatniej budowy nie zmieniły się %n zdjęcia.</numerusform>
            <numerusform>%1 Od ostatniej budowy nie zmieniło się %n zdjęć.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Of the other files in the folder, %n would be taken for proposals, the first of them %2.</source>
        <translation>
            <numerusform>%1 Wśród innych plików w folderze %n zostałby wzięty za propozycję: %2.</numerusform>
            <numerusform>%1 Wśród innych plików w folderze %n zostałyby wzięte za propozycje, pierwszy z nich to %2.</numerusform>
            <numerusform>%1 Wśród innych plików w folderze %n zostałoby wziętych za propozycje, pierwszy z nich to %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The build is not complete: %1 crops from %2 of %3 photographs are kept, and the next build goes on from there.</source>
        <translation>Budowa nie jest kompletna: zachowano %1 wycinków z %2 z %3 zdjęć; następna budowa będzie kontynuowana od tego miejsca.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetDetail</name>
    <message>
        <source>Photographs</source>
        <translation>Zdjęcia</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propozycje</translation>
    </message>
    <message>
        <source>Crack above IoU</source>
        <translation>Rysa powyżej IoU</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Przepis</translation>
    </message>
    <message>
        <source>IoUs</source>
        <translation>Wartości IoU</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Zbudowano</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Odcisk</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Pokaż przebiegi</translation>
    </message>
    <message>
        <source>Show these runs in Experiments.</source>
        <translation>Pokaż te przebiegi na stronie Eksperymenty.</translation>
    </message>
    <message>
        <source>What the build left out, with the reason</source>
        <translation>Co pominięto przy budowie, z podaniem powodu</translation>
    </message>
    <message>
        <source>%1 crack, %2 no crack</source>
        <translation>rysa: %1, brak rysy: %2</translation>
    </message>
    <message>
        <source>exact, from the manifest</source>
        <translation>dokładne, z manifestu</translation>
    </message>
    <message>
        <source>rounded, from the names</source>
        <translation>zaokrąglone, z nazw</translation>
    </message>
    <message>
        <source>%1 selective search; negatives: %2; crops of %3 px</source>
        <translation>%1 wyszukiwanie selektywne; negatywy: %2; wycinki o boku %3 px</translation>
    </message>
    <message>
        <source>No run has used it yet.</source>
        <translation>Nie użył go jeszcze żaden przebieg.</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n run(s): %1.</source>
        <translation>
            <numerusform>Używany przez %n przebieg: %1.</numerusform>
            <numerusform>Używany przez %n przebiegi: %1.</numerusform>
            <numerusform>Używany przez %n przebiegów: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not all of them found what it holds now.</source>
        <comment>which runs used it</comment>
        <translation>%1 Nie wszystkie zastały jego obecną zawartość.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or box(es) that the build left out</source>
        <translation>
            <numerusform>%n plik lub ramka pominięte przy budowie</numerusform>
            <numerusform>%n pliki lub ramki pominięte przy budowie</numerusform>
            <numerusform>%n plików lub ramek pominiętych przy budowie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>IoU of the proposals, in bands of 0.1</source>
        <translation>IoU propozycji, w przedziałach o szerokości 0,1</translation>
    </message>
    <message>
        <source>Sample crops by IoU, in bands of 0.1</source>
        <translation>Przykładowe wycinki według IoU, w przedziałach o szerokości 0,1</translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetPreview</name>
    <message>
        <source>What these settings mean</source>
        <translation>Co oznaczają te ustawienia</translation>
    </message>
    <message>
        <source>Choose a folder with training proposals to see what a run would train on.</source>
        <translation>Wybierz folder z propozycjami uczącymi, aby zobaczyć, na czym uczyłby się przebieg.</translation>
    </message>
    <message>
        <source>Looking into the folders…</source>
        <translation>Przeglądanie folderów…</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Rysa</translation>
    </message>
    <message>
        <source>No crack</source>
        <translation>Brak rysy</translation>
    </message>
    <message>
        <source>Crack share</source>
        <translation>Udział rys</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nieużywane</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Odrzucone</translation>
    </message>
    <message>
        <source>Training proposals</source>
        <translation>Propozycje uczące</translation>
    </message>
    <message>
        <source>Validation proposals</source>
        <translation>Propozycje walidacyjne</translation>
    </message>
    <message>
        <source>IoU of the training proposals</source>
        <translation>IoU propozycji uczących</translation>
    </message>
    <message>
        <source>IoU of the validation proposals</source>
        <translation>IoU propozycji walidacyjnych</translation>
    </message>
    <message>
        <source>Show other samples</source>
        <translation>Pokaż inne przykłady</translation>
    </message>
    <message>
        <source>Training crops as they will be augmented</source>
        <translation>Wycinki uczące po augmentacji</translation>
    </message>
    <message>
        <source>Rejected files with the reason</source>
        <translation>Odrzucone pliki z podaniem powodu</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected file(s)</source>
        <translation>
            <numerusform>%n odrzucony plik</numerusform>
            <numerusform>%n odrzucone pliki</numerusform>
            <numerusform>%n odrzuconych plików</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>from the names</source>
        <translation>z nazw</translation>
    </message>
    <message>
        <source>The time is not known before the first run of this kind.</source>
        <translation>Czas nie jest znany przed pierwszym takim przebiegiem.</translation>
    </message>
    <message>
        <source>About %1 of memory. %2</source>
        <translation>Około %1 pamięci. %2</translation>
    </message>
    <message>
        <source>About %1 of memory; about %2 an epoch and %3 in all, going by run %4.</source>
        <translation>Około %1 pamięci; około %2 na epokę i %3 łącznie, sądząc po przebiegu %4.</translation>
    </message>
    <message>
        <source>About %1 an epoch and %2 in all, going by run %3.</source>
        <translation>Około %1 na epokę i %2 łącznie, sądząc po przebiegu %3.</translation>
    </message>
    <message>
        <source>%1 steps an epoch, %2 steps in %3 epochs at most.</source>
        <translation>Kroki na epokę: %1; kroki łącznie: %2, przy największej liczbie epok %3.</translation>
    </message>
    <message>
        <source>About %1 of memory; about %2 an epoch and %3 in all, as measured on a few batches.</source>
        <translation>Około %1 pamięci; około %2 na epokę i %3 łącznie, według pomiaru na kilku wsadach.</translation>
    </message>
    <message>
        <source>About %1 an epoch and %2 in all, as measured on a few batches.</source>
        <translation>Około %1 na epokę i %2 łącznie, według pomiaru na kilku wsadach.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetTableModel</name>
    <message>
        <source>Looking…</source>
        <translation>Przeglądanie…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>Show these runs in Experiments.</source>
        <translation>Pokaż te przebiegi na stronie Eksperymenty.</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Zbiór danych</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Zdjęcia</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Rysa</translation>
    </message>
    <message>
        <source>No crack</source>
        <translation>Brak rysy</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Zbudowano</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Przebiegi</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Odcisk</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemy</translation>
    </message>
    <message>
        <source>Folder is missing</source>
        <translation>Brak folderu</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nie można odczytać</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problemy</numerusform>
            <numerusform>%n problemów</numerusform>
        </translation>
    </message>
    <message>
        <source>Crack above</source>
        <translation>Rysa powyżej</translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetsView</name>
    <message>
        <source>Data sets</source>
        <translation>Zbiory danych</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Dodaj folder…</translation>
    </message>
    <message>
        <source>List a folder of proposals that was made elsewhere.</source>
        <translation>Dodaj do listy folder z propozycjami, który powstał gdzie indziej.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Zapomnij</translation>
    </message>
    <message>
        <source>Take the data set off the list; its folder stays as it is.</source>
        <translation>Usuń zbiór danych z listy; jego folder pozostanie bez zmian.</translation>
    </message>
    <message>
        <source>Use for a new run</source>
        <translation>Użyj w nowym przebiegu</translation>
    </message>
    <message>
        <source>As training data</source>
        <translation>Jako dane uczące</translation>
    </message>
    <message>
        <source>As validation data</source>
        <translation>Jako dane walidacyjne</translation>
    </message>
    <message>
        <source>New data set</source>
        <translation>Nowy zbiór danych</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>Nie ma jeszcze zbioru danych</translation>
    </message>
    <message>
        <source>Proposals that are built from photographs, and folders that runs have used, are listed here.</source>
        <translation>Tu pojawiają się propozycje zbudowane ze zdjęć oraz foldery używane przez przebiegi.</translation>
    </message>
    <message>
        <source>The data sets cannot be read</source>
        <translation>Nie można odczytać zbiorów danych</translation>
    </message>
    <message>
        <source>There are no proposals in its folder.</source>
        <translation>W jego folderze nie ma propozycji.</translation>
    </message>
    <message>
        <source>Fill the form of a new run with this folder.</source>
        <translation>Wypełnij formularz nowego przebiegu tym folderem.</translation>
    </message>
    <message>
        <source>Add a folder of proposals</source>
        <translation>Dodaj folder z propozycjami</translation>
    </message>
    <message>
        <source>%1 is off the list; the folder itself stays as it is. “Add folder” lists it again.</source>
        <translation>Usunięto z listy: %1; sam folder pozostaje bez zmian. „Dodaj folder” umieści go na niej z powrotem.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::EnlargedView</name>
    <message>
        <source>Proposal</source>
        <translation>Propozycja</translation>
    </message>
    <message>
        <source>Previous proposal</source>
        <translation>Poprzednia propozycja</translation>
    </message>
    <message>
        <source>Next proposal</source>
        <translation>Następna propozycja</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>%1: %2, IoU %3, probability of crack %4, %5</source>
        <translation>%1: %2, IoU %3, prawdopodobieństwo rysy %4, %5</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::EnvironmentTab</name>
    <message>
        <source>Fissure</source>
        <translation>Fissure</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Kompilator</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>OpenCV</source>
        <translation>OpenCV</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesor</translation>
    </message>
    <message>
        <source>Instruction set</source>
        <translation>Zestaw instrukcji</translation>
    </message>
    <message>
        <source>bf16 arithmetic</source>
        <translation>Arytmetyka bf16</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Rdzenie</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Pamięć</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>Procesor graficzny</translation>
    </message>
    <message>
        <source>Graphics driver</source>
        <translation>Sterownik grafiki</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja obliczeń</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Wątki</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Środowisko</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno losowe</translation>
    </message>
    <message>
        <source>Dataset fingerprint</source>
        <translation>Odcisk zbioru danych</translation>
    </message>
    <message>
        <source>Evaluation fingerprint</source>
        <translation>Odcisk oceny</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>in hardware</source>
        <translation>sprzętowo</translation>
    </message>
    <message>
        <source>emulated</source>
        <translation>emulowane</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ErrorModel</name>
    <message>
        <source>%1, IoU %2, probability of crack %3, %4</source>
        <translation>%1, IoU %2, prawdopodobieństwo rysy %3, %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a proposal, its mark</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::FactTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
</context>
<context>
    <name>fissure::ui::FilesTab</name>
    <message>
        <source>best</source>
        <translation>najlepszy</translation>
    </message>
    <message>
        <source>last</source>
        <translation>ostatni</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Punkt kontrolny</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoka</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Rozmiar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Punkty kontrolne</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Pominięte pliki</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Wiadomość</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation>Nie ma jeszcze punktu kontrolnego</translation>
    </message>
    <message>
        <source>No file was skipped</source>
        <translation>Żaden plik nie został pominięty</translation>
    </message>
    <message>
        <source>1 file skipped</source>
        <translation>Pominięto 1 plik</translation>
    </message>
    <message numerus="yes">
        <source>%n files skipped</source>
        <translation>
            <numerusform>Pominięto %n plik</numerusform>
            <numerusform>Pominięto %n pliki</numerusform>
            <numerusform>Pominięto %n plików</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>Dziennik jest pusty</translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <translation>%1, zaakceptowano</translation>
    </message>
</context>
<context>
    <name>fissure::ui::FilterBar</name>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Prawdopodobieństwo</translation>
    </message>
    <message>
        <source>Highest loss first</source>
        <translation>Najpierw największa strata</translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation>Najpierw najpewniejsze</translation>
    </message>
    <message>
        <source>Highest IoU first</source>
        <translation>Najpierw najwyższe IoU</translation>
    </message>
    <message>
        <source>Nearest to the label threshold first</source>
        <translation>Najpierw najbliższe progowi etykiety</translation>
    </message>
    <message>
        <source>Most confident: the probability is farthest from the decision threshold. The label threshold is the IoU above which a proposal counts as crack.</source>
        <translation>Najpewniejsze: prawdopodobieństwo jest najdalej od progu decyzji. Próg etykiety to IoU, powyżej którego propozycja liczy się jako rysa.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Kolejność</translation>
    </message>
    <message>
        <source>Decision threshold</source>
        <translation>Próg decyzji</translation>
    </message>
    <message>
        <source>A proposal is called crack when its probability is at least this.</source>
        <translation>Propozycja jest uznawana za rysę, gdy jej prawdopodobieństwo wynosi co najmniej tyle.</translation>
    </message>
    <message>
        <source>Back to the run&apos;s threshold %1</source>
        <translation>Wróć do progu przebiegu %1</translation>
    </message>
    <message>
        <source>Misclassified %1</source>
        <translation>Błędne %1</translation>
    </message>
    <message>
        <source>False positives %1</source>
        <translation>Fałszywie dodatnie %1</translation>
    </message>
    <message>
        <source>False negatives %1</source>
        <translation>Fałszywie ujemne %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Wszystkie %1</translation>
    </message>
    <message>
        <source>At %1, %2 of %3 proposals are misclassified. Crack: precision %4, recall %5, F1 %6.</source>
        <translation>Przy progu %1 błędnie sklasyfikowane: %2 z %3 propozycji. Rysa: precyzja %4, czułość %5, F1 %6.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Oznaczenia</translation>
    </message>
</context>
<context>
    <name>fissure::ui::GalleryPage</name>
    <message>
        <source>No run yet</source>
        <translation>Nie ma jeszcze przebiegu</translation>
    </message>
    <message>
        <source>This page shows the proposals that a run classifies wrongly, each with its IoU and its probability. They appear after the first epoch of a run.</source>
        <translation>Ta strona pokazuje propozycje błędnie klasyfikowane przez przebieg, każdą z jej IoU i prawdopodobieństwem. Pojawiają się po pierwszej epoce przebiegu.</translation>
    </message>
    <message>
        <source>Set up a run</source>
        <translation>Przygotuj przebieg</translation>
    </message>
    <message>
        <source>Misclassified proposals</source>
        <translation>Błędnie sklasyfikowane propozycje</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>number and name of a run</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>The folder %1 is gone, so the crops cannot be shown. The figures are those of the run.</source>
        <translation>Folderu %1 już nie ma, więc nie można pokazać wycinków. Liczby pochodzą z przebiegu.</translation>
    </message>
    <message>
        <source>No predictions</source>
        <translation>Brak przewidywań</translation>
    </message>
    <message>
        <source>This run had no validation proposals, so nothing was predicted.</source>
        <translation>Ten przebieg nie miał propozycji walidacyjnych, więc niczego nie przewidziano.</translation>
    </message>
    <message>
        <source>This run has not completed an epoch. Predictions are stored at the end of each one.</source>
        <translation>Ten przebieg nie ukończył żadnej epoki. Przewidywania są zapisywane na końcu każdej z nich.</translation>
    </message>
    <message>
        <source>No proposal here</source>
        <translation>Nie ma tu propozycji</translation>
    </message>
    <message>
        <source>No misclassified proposals</source>
        <translation>Nie ma błędnie sklasyfikowanych propozycji</translation>
    </message>
    <message>
        <source>No proposal has this outcome within these ranges.</source>
        <translation>W tych zakresach żadna propozycja nie ma takiego wyniku.</translation>
    </message>
    <message>
        <source>At this decision threshold the run classifies every proposal correctly.</source>
        <translation>Przy tym progu decyzji przebieg klasyfikuje poprawnie każdą propozycję.</translation>
    </message>
    <message>
        <source>The folder is being read.</source>
        <translation>Folder jest odczytywany.</translation>
    </message>
    <message>
        <source>The folder of the proposals is gone.</source>
        <translation>Folderu z propozycjami już nie ma.</translation>
    </message>
    <message>
        <source>The folder has no manifest, so it is not known where in which photograph this proposal lies.</source>
        <translation>Folder nie ma manifestu, więc nie wiadomo, na którym zdjęciu i w którym miejscu leży ta propozycja.</translation>
    </message>
    <message>
        <source>The manifest of the folder does not list this proposal.</source>
        <translation>Manifest folderu nie zawiera tej propozycji.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>Nie można odczytać przebiegów</translation>
    </message>
    <message>
        <source>The predictions cannot be read</source>
        <translation>Nie można odczytać przewidywań</translation>
    </message>
    <message>
        <source>No proposal has this outcome and this mark within these ranges.</source>
        <translation>W tych zakresach żadna propozycja nie ma takiego wyniku i takiego oznaczenia.</translation>
    </message>
    <message>
        <source>The proposals in %1 have changed since this run; crops and boxes may not be those it saw.</source>
        <translation>Propozycje w %1 zmieniły się od czasu tego przebiegu; wycinki i ramki mogą nie być tymi, które widział.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::HardestModel</name>
    <message>
        <source>IoU %1  p %2</source>
        <translation>IoU %1  p %2</translation>
    </message>
    <message>
        <source>%1
label %2, predicted %3, loss %4</source>
        <translation>%1
etykieta: %2, przewidziana: %3, strata: %4</translation>
    </message>
</context>
<context>
    <name>fissure::ui::HistogramChart</name>
    <message>
        <source>Proposals by IoU and label</source>
        <translation>Propozycje według IoU i etykiety</translation>
    </message>
    <message>
        <source>IoU with ground truth</source>
        <translation>IoU ze wzorcem</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>próg %1</translation>
    </message>
    <message>
        <source>IoU %1
crack: %2
no crack: %3</source>
        <translation>IoU %1
rysa: %2
brak rysy: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>threshold and where it comes from</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>count, logarithmic</source>
        <translation>liczba, skala logarytmiczna</translation>
    </message>
</context>
<context>
    <name>fissure::ui::IouLegend</name>
    <message>
        <source>Proposals are coloured by their IoU, pale is high; cracks have a thick line.</source>
        <translation>Kolor propozycji zależy od IoU, jasny oznacza wysokie; rysy mają grubą linię.</translation>
    </message>
    <message>
        <source>crack</source>
        <translation>rysa</translation>
    </message>
    <message>
        <source>no crack</source>
        <translation>brak rysy</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>pominięta</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>wzorzec</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
</context>
<context>
    <name>fissure::ui::LaunchPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking into the folders…</source>
        <translation>Przeglądanie folderów…</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nowy przebieg</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Wczytaj…</translation>
    </message>
    <message>
        <source>Fill the form from a configuration file (JSON)</source>
        <translation>Wypełnij formularz z pliku konfiguracji (JSON)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Zapisz…</translation>
    </message>
    <message>
        <source>Write the form to a configuration file (JSON), also for the command line</source>
        <translation>Zapisz formularz do pliku konfiguracji (JSON), także dla wiersza poleceń</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Set all fields but the folders back to their defaults</source>
        <translation>Przywróć wartości domyślne wszystkich pól oprócz folderów</translation>
    </message>
    <message>
        <source>Load configuration</source>
        <translation>Wczytaj konfigurację</translation>
    </message>
    <message>
        <source>Configurations (*.json)</source>
        <translation>Konfiguracje (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>Save configuration</source>
        <translation>Zapisz konfigurację</translation>
    </message>
    <message>
        <source>The configuration was written to %1.</source>
        <translation>Konfigurację zapisano w %1.</translation>
    </message>
    <message>
        <source>The run starts as soon as the folders are read.</source>
        <translation>Przebieg zacznie się, gdy tylko foldery zostaną odczytane.</translation>
    </message>
    <message>
        <source>A run is active. The next one can start when it has ended, or wait in the queue.</source>
        <translation>Trwa przebieg. Następny może zacząć się po jego zakończeniu albo czekać w kolejce.</translation>
    </message>
    <message>
        <source>The preset “%1” was saved.</source>
        <translation>Zapisano zestaw „%1”.</translation>
    </message>
    <message>
        <source>The preset “%1” was deleted.</source>
        <translation>Usunięto zestaw „%1”.</translation>
    </message>
    <message>
        <source>Some settings of the preset “%1” cannot be used by this version and were left out: %2.</source>
        <translation>Niektórych ustawień zestawu „%1” ta wersja nie może użyć i je pominięto: %2.</translation>
    </message>
    <message>
        <source>A preset keeps right values only. %1: %2</source>
        <translation>Zestaw przechowuje tylko poprawne wartości. %1: %2</translation>
    </message>
    <message>
        <source>The run is queued as soon as the folders are read.</source>
        <translation>Przebieg trafi do kolejki, gdy tylko foldery zostaną odczytane.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::LaunchWiring</name>
    <message numerus="yes">
        <source>%n queued run(s) could not be read by this version and were left out.</source>
        <translation>
            <numerusform>Tej wersji nie udało się odczytać %n przebiegu z kolejki; pominięto go.</numerusform>
            <numerusform>Tej wersji nie udało się odczytać %n przebiegów z kolejki; pominięto je.</numerusform>
            <numerusform>Tej wersji nie udało się odczytać %n przebiegów z kolejki; pominięto je.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run “%1” starts now.</source>
        <translation>Przebieg „%1” zaczyna się teraz.</translation>
    </message>
    <message>
        <source>The run “%1” waits in the queue, which you can resume on the Live page.</source>
        <translation>Przebieg „%1” czeka w kolejce, którą można wznowić na stronie Na żywo.</translation>
    </message>
    <message>
        <source>The run “%1” waits in the queue for those before it to end.</source>
        <translation>Przebieg „%1” czeka w kolejce na zakończenie wcześniejszych.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::LiveHeader</name>
    <message>
        <source>Live</source>
        <translation>Na żywo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Inspect errors</source>
        <translation>Obejrzyj błędy</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nowy przebieg</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoka</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Minęło</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Pozostało</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Najlepsza epoka</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Przebieg %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n thread(s)</source>
        <translation>
            <numerusform>%1, %2, %n wątek</numerusform>
            <numerusform>%1, %2, %n wątki</numerusform>
            <numerusform>%1, %2, %n wątków</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Przygotowanie</translation>
    </message>
    <message>
        <source>Reading the data and building the model…</source>
        <translation>Wczytywanie danych i budowanie modelu…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Uczenie</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Walidacja</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Validation batch</source>
        <translation>Wsad walidacyjny</translation>
    </message>
    <message>
        <source>%1, loss %2</source>
        <translation>%1, strata %2</translation>
    </message>
    <message>
        <source>Open in experiments</source>
        <translation>Otwórz w eksperymentach</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauza</translation>
    </message>
    <message>
        <source>Train on from where the run was paused</source>
        <translation>Ucz dalej od miejsca, w którym przebieg wstrzymano</translation>
    </message>
    <message>
        <source>Hold the run after the batch under way, with all it has in memory</source>
        <translation>Wstrzymaj przebieg po bieżącym wsadzie, zachowując wszystko, co ma w pamięci</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wstrzymywanie…</translation>
    </message>
</context>
<context>
    <name>fissure::ui::LivePage</name>
    <message>
        <source>Hardest validation crops</source>
        <translation>Najtrudniejsze wycinki walidacyjne</translation>
    </message>
    <message>
        <source>Nothing is training</source>
        <translation>Nic się nie uczy</translation>
    </message>
    <message>
        <source>Start a run and its curves, its speed and its hardest crops appear here while it trains.</source>
        <translation>Uruchom przebieg, a w czasie uczenia pojawią się tu jego krzywe, szybkość i najtrudniejsze wycinki.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nowy przebieg</translation>
    </message>
    <message>
        <source>Hardest validation crops of the last epoch</source>
        <translation>Najtrudniejsze wycinki walidacyjne ostatniej epoki</translation>
    </message>
    <message>
        <source>The proposals of highest loss after the last epoch. Enter opens them all.</source>
        <translation>Propozycje o największej stracie po ostatniej epoce. Enter otwiera wszystkie.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Run %1 trains on %2 proposals and is validated on %3.</source>
        <translation>Przebieg %1 uczy się na propozycjach w liczbie %2, a walidacja obejmuje %3.</translation>
    </message>
    <message>
        <source>Hardest validation crops of epoch %1</source>
        <translation>Najtrudniejsze wycinki walidacyjne epoki %1</translation>
    </message>
    <message>
        <source>Epoch %1: training loss %2</source>
        <translation>Epoka %1: strata uczenia %2</translation>
    </message>
    <message>
        <source>, validation loss %1, precision %2, recall %3</source>
        <translation>, strata walidacji %1, precyzja %2, czułość %3</translation>
    </message>
    <message>
        <source>%1, best so far</source>
        <translation>%1, jak dotąd najlepsza</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>Przebieg się zakończył.</translation>
    </message>
    <message>
        <source>Ended: %1.</source>
        <translation>Koniec: %1.</translation>
    </message>
    <message>
        <source>The curves were written to %1.</source>
        <translation>Krzywe zapisano w pliku %1.</translation>
    </message>
    <message>
        <source>They are shown after the first epoch.</source>
        <translation>Pojawią się po pierwszej epoce.</translation>
    </message>
    <message>
        <source>There are no validation proposals.</source>
        <translation>Nie ma propozycji walidacyjnych.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::MainWindow</name>
    <message>
        <source>Fissure</source>
        <translation>Fissure</translation>
    </message>
    <message>
        <source>Preparing a run – %1</source>
        <comment>title of the window</comment>
        <translation>Przygotowanie przebiegu – %1</translation>
    </message>
    <message>
        <source>%1 % – %2 – %3</source>
        <comment>title of the window</comment>
        <translation>%1 % – %2 – %3</translation>
    </message>
    <message>
        <source>Paused at %1 % – %2 – %3</source>
        <comment>title of the window</comment>
        <translation>Wstrzymany przy %1 % – %2 – %3</translation>
    </message>
</context>
<context>
    <name>fissure::ui::MarkActions</name>
    <message>
        <source>Clear the mark</source>
        <translation>Usuń oznaczenie</translation>
    </message>
</context>
<context>
    <name>fissure::ui::MarkText</name>
    <message>
        <source>Wrong label</source>
        <translation>Błędna etykieta</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Niejasna</translation>
    </message>
    <message>
        <source>Of interest</source>
        <translation>Ciekawa</translation>
    </message>
    <message>
        <source>Mark as wrong label</source>
        <translation>Oznacz jako błędną etykietę</translation>
    </message>
    <message>
        <source>Mark as unclear</source>
        <translation>Oznacz jako niejasną</translation>
    </message>
    <message>
        <source>Mark as of interest</source>
        <translation>Oznacz jako ciekawą</translation>
    </message>
    <message>
        <source>Marked %1</source>
        <translation>Oznaczone %1</translation>
    </message>
    <message>
        <source>Unmarked %1</source>
        <translation>Nieoznaczone %1</translation>
    </message>
    <message>
        <source>Wrong label %1</source>
        <translation>Błędna etykieta %1</translation>
    </message>
    <message>
        <source>Unclear %1</source>
        <translation>Niejasne %1</translation>
    </message>
    <message>
        <source>Of interest %1</source>
        <translation>Ciekawe %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Wszystkie %1</translation>
    </message>
    <message>
        <source>Marked as wrong label: the annotation is wrong, not the network.</source>
        <translation>Oznaczona jako błędna etykieta: myli się adnotacja, a nie sieć.</translation>
    </message>
    <message>
        <source>Marked as unclear: the picture does not tell whether there is a crack.</source>
        <translation>Oznaczona jako niejasna: z obrazu nie wynika, czy jest na nim rysa.</translation>
    </message>
    <message>
        <source>Marked as of interest.</source>
        <translation>Oznaczona jako ciekawa.</translation>
    </message>
    <message>
        <source>Keys mark the current proposal: W wrong label, U unclear, S of interest; 0 clears the mark.</source>
        <translation>Klawisze oznaczają bieżącą propozycję: W błędna etykieta, U niejasna, S ciekawa; 0 usuwa oznaczenie.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nowy przebieg</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Na żywo</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Eksperymenty</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Błędy</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
</context>
<context>
    <name>fissure::ui::NoteLine</name>
    <message>
        <source>Error</source>
        <translation>Błąd</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Ostrzeżenie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Uwaga</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n przypadek</numerusform>
            <numerusform>%n przypadki</numerusform>
            <numerusform>%n przypadków</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::OutcomeText</name>
    <message>
        <source>True positive</source>
        <translation>Prawdziwie dodatnia</translation>
    </message>
    <message>
        <source>True negative</source>
        <translation>Prawdziwie ujemna</translation>
    </message>
    <message>
        <source>False positive</source>
        <translation>Fałszywie dodatnia</translation>
    </message>
    <message>
        <source>False negative</source>
        <translation>Fałszywie ujemna</translation>
    </message>
    <message>
        <source>TP</source>
        <comment>short for true positive</comment>
        <translation>TP</translation>
    </message>
    <message>
        <source>TN</source>
        <comment>short for true negative</comment>
        <translation>TN</translation>
    </message>
    <message>
        <source>FP</source>
        <comment>short for false positive</comment>
        <translation>FP</translation>
    </message>
    <message>
        <source>FN</source>
        <comment>short for false negative</comment>
        <translation>FN</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>true label, predicted label</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::OverviewTab</name>
    <message>
        <source>%1 crack, %2 no crack</source>
        <translation>rysa: %1, brak rysy: %2</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Czas trwania</translation>
    </message>
    <message>
        <source>Training proposals</source>
        <translation>Propozycje uczące</translation>
    </message>
    <message>
        <source>Validation proposals</source>
        <translation>Propozycje walidacyjne</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Znaczniki</translation>
    </message>
    <message>
        <source>Evaluation fingerprint</source>
        <translation>Odcisk oceny</translation>
    </message>
    <message>
        <source>Figures of two runs can be compared only where this agrees.</source>
        <translation>Wyniki dwóch przebiegów można porównywać tylko wtedy, gdy to jest zgodne.</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identyfikator</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>najlepsza epoka</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>strata walidacji</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>dokładność walidacji</translation>
    </message>
    <message>
        <source>crack precision</source>
        <translation>precyzja rys</translation>
    </message>
    <message>
        <source>crack recall</source>
        <translation>czułość rys</translation>
    </message>
    <message>
        <source>crack F1</source>
        <translation>F1 rys</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::PathButton</name>
    <message>
        <source>Browse</source>
        <translation>Przeglądaj</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Wybierz: %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Przeglądaj…</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Ostatnie foldery</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Ostatnie pliki</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Jeszcze żadnych</translation>
    </message>
</context>
<context>
    <name>fissure::ui::PathEditor</name>
    <message>
        <source>Weights</source>
        <comment>files</comment>
        <translation>Wagi</translation>
    </message>
</context>
<context>
    <name>fissure::ui::PathInput</name>
    <message>
        <source>COCO files</source>
        <translation>Pliki COCO</translation>
    </message>
</context>
<context>
    <name>fissure::ui::PhotographPane</name>
    <message>
        <source>Previous photograph (Page Up)</source>
        <translation>Poprzednie zdjęcie (Page Up)</translation>
    </message>
    <message>
        <source>Next photograph (Page Down)</source>
        <translation>Następne zdjęcie (Page Down)</translation>
    </message>
    <message>
        <source>Proposals to draw</source>
        <translation>Rysowane propozycje</translation>
    </message>
    <message>
        <source>Show cracks</source>
        <translation>Pokaż rysy</translation>
    </message>
    <message>
        <source>Show what is kept</source>
        <translation>Pokaż zachowane</translation>
    </message>
    <message>
        <source>Show all proposals</source>
        <translation>Pokaż wszystkie propozycje</translation>
    </message>
    <message>
        <source>IoU above which a proposal is a crack</source>
        <translation>IoU, powyżej którego propozycja jest rysą</translation>
    </message>
    <message>
        <source>Crack above an &amp;IoU of</source>
        <translation>Rysa powyżej &amp;IoU</translation>
    </message>
    <message>
        <source>The build leaves this photograph out.</source>
        <translation>To zdjęcie jest pomijane przy budowie.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>photograph 3 of 50</comment>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>Searching for proposals…</source>
        <translation>Wyszukiwanie propozycji…</translation>
    </message>
    <message>
        <source>%1 crack, %2 no crack kept, %3 left out</source>
        <comment>counts of proposals</comment>
        <translation>rysa: %1, zachowane bez rysy: %2, pominięte: %3</translation>
    </message>
    <message>
        <source>%1, %2 ground-truth crops</source>
        <comment>counts of proposals</comment>
        <translation>%1, wycinki wzorca: %2</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>pominięta</translation>
    </message>
    <message>
        <source>IoU %1, %2, %3 × %4 px</source>
        <comment>IoU, label, width and height of a proposal</comment>
        <translation>IoU %1, %2, %3 × %4 px</translation>
    </message>
</context>
<context>
    <name>fissure::ui::PhotographView</name>
    <message>
        <source>Photograph with ground truth and proposals</source>
        <translation>Zdjęcie ze wzorcem i propozycjami</translation>
    </message>
</context>
<context>
    <name>fissure::ui::Preflight</name>
    <message numerus="yes">
        <source>Accept the %n warning(s) above to start.</source>
        <translation>
            <numerusform>Aby zacząć, zaakceptuj %n ostrzeżenie powyżej.</numerusform>
            <numerusform>Aby zacząć, zaakceptuj %n ostrzeżenia powyżej.</numerusform>
            <numerusform>Aby zacząć, zaakceptuj %n ostrzeżeń powyżej.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::PreflightPanel</name>
    <message>
        <source>Progress of the check</source>
        <translation>Postęp sprawdzania</translation>
    </message>
    <message>
        <source>Before the start</source>
        <translation>Przed rozpoczęciem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Check data</source>
        <translation>Sprawdź dane</translation>
    </message>
    <message>
        <source>Open every crop, compare training and validation by their pixels, and measure memory and time on a few batches</source>
        <translation>Otwórz każdy wycinek, porównaj piksele danych uczących i walidacyjnych oraz zmierz pamięć i czas na kilku wsadach</translation>
    </message>
    <message numerus="yes">
        <source>Start in spite of %n warning(s)</source>
        <translation>
            <numerusform>Uruchom mimo %n ostrzeżenia</numerusform>
            <numerusform>Uruchom mimo %n ostrzeżeń</numerusform>
            <numerusform>Uruchom mimo %n ostrzeżeń</numerusform>
        </translation>
    </message>
    <message>
        <source>Every crop was opened.</source>
        <translation>Otwarto każdy wycinek.</translation>
    </message>
    <message>
        <source>The crops were not opened yet.</source>
        <translation>Wycinków jeszcze nie otwarto.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Anulowanie…</translation>
    </message>
    <message>
        <source>Opening training crops: %1 of %2</source>
        <translation>Otwieranie wycinków uczących: %1 z %2</translation>
    </message>
    <message>
        <source>Opening validation crops: %1 of %2</source>
        <translation>Otwieranie wycinków walidacyjnych: %1 z %2</translation>
    </message>
    <message>
        <source>Every crop was opened. Time and memory were not measured, since a run was training.</source>
        <translation>Otwarto każdy wycinek. Czasu i pamięci nie zmierzono, ponieważ trwało uczenie innego przebiegu.</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <comment>what a check does and how long that will still take</comment>
        <translation>%1, pozostało około %2</translation>
    </message>
    <message>
        <source>Training on a few batches to measure them</source>
        <translation>Próbne uczenie na kilku wsadach w celu pomiaru</translation>
    </message>
</context>
<context>
    <name>fissure::ui::PresetMenu</name>
    <message>
        <source>Delete preset</source>
        <translation>Usuń zestaw</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Zapisz jako zestaw</translation>
    </message>
    <message>
        <source>Name of the preset.
It keeps all settings but the two data folders, the initial weights and the seed.</source>
        <translation>Nazwa zestawu.
Przechowuje wszystkie ustawienia oprócz obu folderów danych, wag początkowych i ziarna.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Zapisz jako zestaw…</translation>
    </message>
    <message>
        <source>Strategies of the reference work</source>
        <translation>Strategie pracy źródłowej</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>Własne zestawy</translation>
    </message>
    <message>
        <source>Replace preset</source>
        <translation>Zastąp zestaw</translation>
    </message>
    <message>
        <source>Replace the preset “%1”?</source>
        <translation>Zastąpić zestaw „%1”?</translation>
    </message>
    <message>
        <source>What it holds now is lost.</source>
        <translation>Jego dotychczasowa zawartość zostanie utracona.</translation>
    </message>
    <message>
        <source>Delete the preset “%1”?</source>
        <translation>Usunąć zestaw „%1”?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Tego nie można cofnąć.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ProposalFacts</name>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Prawdopodobieństwo</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>True label</source>
        <translation>Prawdziwa etykieta</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Przewidziana</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Źródło</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>No proposal selected</source>
        <translation>Nie wybrano propozycji</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Oznaczenie</translation>
    </message>
</context>
<context>
    <name>fissure::ui::QueuePanel</name>
    <message>
        <source>Runs that wait for their turn</source>
        <translation>Przebiegi, które czekają na swoją kolej</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Kolejka</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Start the next run as soon as nothing trains</source>
        <translation>Zacznij następny przebieg, gdy tylko nic się nie uczy</translation>
    </message>
    <message>
        <source>Start none of these runs when the one that trains has ended</source>
        <translation>Nie zaczynaj żadnego z tych przebiegów po zakończeniu bieżącego</translation>
    </message>
    <message>
        <source>The queue is held: no run starts by itself until you resume it.</source>
        <translation>Kolejka jest wstrzymana: żaden przebieg nie zacznie się sam, dopóki jej nie wznowisz.</translation>
    </message>
    <message>
        <source>Take this run out of the queue</source>
        <translation>Usuń ten przebieg z kolejki</translation>
    </message>
    <message>
        <source>Take “%1” out of the queue</source>
        <translation>Usuń „%1” z kolejki</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RangeEdit</name>
    <message>
        <source>%1 from</source>
        <translation>%1 od</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 do</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RecipeForm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s), all with ground truth.</source>
        <translation>
            <numerusform>%n zdjęcie, ze wzorcem.</numerusform>
            <numerusform>%n zdjęcia, wszystkie ze wzorcem.</numerusform>
            <numerusform>%n zdjęć, wszystkie ze wzorcem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) with ground truth of %1.</source>
        <translation>
            <numerusform>Ze wzorcem: %n zdjęcie z %1.</numerusform>
            <numerusform>Ze wzorcem: %n zdjęcia z %1.</numerusform>
            <numerusform>Ze wzorcem: %n zdjęć z %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>1. Photographs and their ground truth</source>
        <translation>1. Zdjęcia i ich wzorzec</translation>
    </message>
    <message>
        <source>Folder of photographs</source>
        <translation>Folder ze zdjęciami</translation>
    </message>
    <message>
        <source>The photographs to cut proposals from: JPEG, PNG, BMP, TIFF or WebP.</source>
        <translation>Zdjęcia, z których wycinane są propozycje: JPEG, PNG, BMP, TIFF lub WebP.</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Wzorzec</translation>
    </message>
    <message>
        <source>Whatever the class or category, it counts as crack.</source>
        <translation>Niezależnie od klasy lub kategorii liczy się jako rysa.</translation>
    </message>
    <message>
        <source>2. Proposals</source>
        <translation>2. Propozycje</translation>
    </message>
    <message>
        <source>Selective search</source>
        <translation>Wyszukiwanie selektywne</translation>
    </message>
    <message>
        <source>Quality finds more proposals and takes about four times as long.</source>
        <translation>Dokładne znajduje więcej propozycji i trwa około cztery razy dłużej.</translation>
    </message>
    <message>
        <source>Negatives</source>
        <translation>Negatywy</translation>
    </message>
    <message>
        <source>Every crack is kept; of the rest those that this policy chooses.</source>
        <translation>Każda rysa zostaje; z pozostałych te, które wybiera ta zasada.</translation>
    </message>
    <message>
        <source>The number that the policy speaks of.</source>
        <translation>Liczba, o której mówi zasada.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno losowe</translation>
    </message>
    <message>
        <source>The same seed draws the same negatives.</source>
        <translation>To samo ziarno losuje te same negatywy.</translation>
    </message>
    <message>
        <source>IoU up to</source>
        <translation>IoU do</translation>
    </message>
    <message>
        <source>Negatives of a higher IoU, neither crack nor clearly none, are left out.</source>
        <translation>Negatywy o wyższym IoU, które nie są ani rysą, ani wyraźnie jej brakiem, są pomijane.</translation>
    </message>
    <message>
        <source>Add the ground-truth boxes as cracks</source>
        <translation>Dodaj ramki wzorca jako rysy</translation>
    </message>
    <message>
        <source>The annotated boxes themselves become crops of IoU 1.</source>
        <translation>Same ramki z adnotacji stają się wycinkami o IoU 1.</translation>
    </message>
    <message>
        <source>3. Crops</source>
        <translation>3. Wycinki</translation>
    </message>
    <message>
        <source>Side of a crop</source>
        <translation>Bok wycinka</translation>
    </message>
    <message>
        <source>Every crop is resized to a square of so many pixels.</source>
        <translation>Każdy wycinek jest skalowany do kwadratu o boku tylu pikseli.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Folder for the crops</source>
        <translation>Folder na wycinki</translation>
    </message>
    <message>
        <source>New, empty, or holding a data set, which the build replaces.</source>
        <translation>Nowy, pusty albo zawierający zbiór danych, który budowa zastąpi.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Zaawansowane</translation>
    </message>
    <message>
        <source>Mask closing</source>
        <translation>Domknięcie maski</translation>
    </message>
    <message>
        <source>Gaps in a crack up to about so many pixels are closed; 1 closes none.</source>
        <translation>Przerwy w rysie do mniej więcej tylu pikseli są domykane; 1 nie domyka żadnej.</translation>
    </message>
    <message>
        <source>Mask threshold</source>
        <translation>Próg maski</translation>
    </message>
    <message>
        <source>A pixel above it belongs to a crack.</source>
        <translation>Piksel powyżej progu należy do rysy.</translation>
    </message>
    <message>
        <source>Area above</source>
        <translation>Pole powyżej</translation>
    </message>
    <message>
        <source>A part of a crack counts when it has more pixels than this.</source>
        <translation>Część rysy liczy się, gdy ma więcej pikseli niż tyle.</translation>
    </message>
    <message>
        <source>Merge within</source>
        <translation>Scalaj w odległości</translation>
    </message>
    <message>
        <source>Boxes that are closer than so many pixels are merged.</source>
        <translation>Ramki położone bliżej niż tyle pikseli są scalane.</translation>
    </message>
    <message>
        <source>Choose the folder of photographs.</source>
        <translation>Wybierz folder ze zdjęciami.</translation>
    </message>
    <message>
        <source>Choose the file of the ground truth.</source>
        <translation>Wybierz plik wzorca.</translation>
    </message>
    <message>
        <source>Choose the folder of the ground truth.</source>
        <translation>Wybierz folder wzorca.</translation>
    </message>
    <message>
        <source>Choose a folder for the crops.</source>
        <translation>Wybierz folder na wycinki.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PNG keeps every pixel and takes several times the space.</source>
        <translation>PNG zachowuje każdy piksel i zajmuje kilka razy więcej miejsca.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Jakość</translation>
    </message>
    <message>
        <source>Of JPEG and WebP; 100 is the best.</source>
        <translation>Dla JPEG i WebP; 100 to najlepsza.</translation>
    </message>
    <message>
        <source>The data set that stands there is replaced; of photographs that have not changed, its crops are taken over.</source>
        <translation>Znajdujący się tam zbiór danych zostanie zastąpiony; wycinki z niezmienionych zdjęć zostaną przejęte.</translation>
    </message>
    <message>
        <source>The data set that stands there is replaced. It was built from other photographs: %1</source>
        <translation>Znajdujący się tam zbiór danych zostanie zastąpiony. Zbudowano go z innych zdjęć: %1</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ReportModel</name>
    <message>
        <source>accuracy</source>
        <translation>dokładność</translation>
    </message>
    <message>
        <source>macro average</source>
        <translation>średnia makro</translation>
    </message>
    <message>
        <source>weighted average</source>
        <translation>średnia ważona</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasa</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Czułość</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Liczność</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ReportTab</name>
    <message>
        <source>Copy as text</source>
        <translation>Kopiuj jako tekst</translation>
    </message>
    <message>
        <source>Epoch of the report</source>
        <translation>Epoka raportu</translation>
    </message>
    <message>
        <source>Copy the report as scikit-learn prints it.</source>
        <translation>Kopiuj raport w postaci drukowanej przez scikit-learn.</translation>
    </message>
    <message>
        <source>Classification report</source>
        <translation>Raport klasyfikacji</translation>
    </message>
    <message>
        <source>Best epoch (%1)</source>
        <translation>Najlepsza epoka (%1)</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Najlepsza epoka</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoka %1</translation>
    </message>
    <message>
        <source>Of %1 validation proposals at a decision threshold of %2. Reports can be compared only where the evaluation fingerprint agrees; that of this run is %3.</source>
        <translation>Z propozycji walidacyjnych w liczbie %1, przy progu decyzji %2. Raporty można porównywać tylko przy zgodnym odcisku oceny; odcisk tego przebiegu to %3.</translation>
    </message>
    <message>
        <source>The report is there as soon as an epoch was validated.</source>
        <translation>Raport pojawi się po walidacji pierwszej epoki.</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>Pole pod krzywą ROC</translation>
    </message>
    <message>
        <source>chance: %1</source>
        <translation>losowo: %1</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Średnia precyzja</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Najlepsze F1</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Wynik Briera</translation>
    </message>
    <message>
        <source>best: 0</source>
        <translation>najlepiej: 0</translation>
    </message>
    <message>
        <source>Expected calibration error</source>
        <translation>Oczekiwany błąd kalibracji</translation>
    </message>
    <message>
        <source>best: 0, in %1 bins</source>
        <translation>najlepiej: 0, w %1 przedziałach</translation>
    </message>
    <message>
        <source>threshold: %1</source>
        <translation>próg: %1</translation>
    </message>
    <message>
        <source>Figures of the probabilities</source>
        <translation>Miary prawdopodobieństw</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Prawdopodobieństwa</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>To compare</source>
        <translation>Dla porównania</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunComparison</name>
    <message>
        <source>%1 of %2</source>
        <comment>best epoch of all epochs</comment>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Najlepsza epoka</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Strata walidacji</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Dokładność walidacji</translation>
    </message>
    <message>
        <source>Crack precision</source>
        <translation>Precyzja rys</translation>
    </message>
    <message>
        <source>Crack recall</source>
        <translation>Czułość rys</translation>
    </message>
    <message>
        <source>Crack F1</source>
        <translation>F1 rys</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Czas trwania</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunCurves</name>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>Crack on validation</source>
        <translation>Rysa w walidacji</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Współczynnik uczenia</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Czułość</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoka</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroki</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Uczenie</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Walidacja</translation>
    </message>
    <message>
        <source>This is shown after the first epoch.</source>
        <translation>Pojawi się po pierwszej epoce.</translation>
    </message>
    <message>
        <source>There are no validation proposals.</source>
        <translation>Nie ma propozycji walidacyjnych.</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>najlepsza: %1</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunDetailPanel</name>
    <message>
        <source>Overview</source>
        <translation>Przegląd</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Krzywe</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raport</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguracja</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Środowisko</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Pliki</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>Nie wybrano przebiegu</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Przebieg %1: %2</translation>
    </message>
    <message>
        <source>Choose a run in the table to see its figures, curves and settings, or several to compare them.</source>
        <translation>Wybierz przebieg w tabeli, aby zobaczyć jego wyniki, krzywe i ustawienia, albo kilka, aby je porównać.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunFilterBar</name>
    <message>
        <source>Search name, tag, backbone, …</source>
        <translation>Szukaj nazwy, znacznika, sieci, …</translation>
    </message>
    <message>
        <source>Every word must occur in the run (%1).</source>
        <translation>Każde słowo musi występować w przebiegu (%1).</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Szukaj przebiegów</translation>
    </message>
    <message>
        <source>Show runs of this state</source>
        <translation>Pokaż przebiegi w tym stanie</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Wszystkie stany</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumny</translation>
    </message>
    <message>
        <source>Choose the columns, and the one that sorts.</source>
        <translation>Wybierz kolumny i tę, która sortuje.</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 przebieg</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n przebieg</numerusform>
            <numerusform>%n przebiegi</numerusform>
            <numerusform>%n przebiegów</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>1 of 3 runs</comment>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>Show all runs again.</source>
        <translation>Pokaż znowu wszystkie przebiegi.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunQueue</name>
    <message>
        <source>The queued run “%1” was not started. %2</source>
        <translation>Przebieg „%1” z kolejki nie zaczął się. %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunStatusBar</name>
    <message>
        <source>Open the Live page</source>
        <translation>Otwórz stronę Na żywo</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Postęp przebiegu</translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation>epoka %1/%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>duration</comment>
        <translation>pozostało %1</translation>
    </message>
    <message>
        <source>Run %1 “%2”</source>
        <translation>Przebieg %1 „%2”</translation>
    </message>
    <message>
        <source>No run is training.</source>
        <translation>Żaden przebieg się nie uczy.</translation>
    </message>
    <message>
        <source>A run is being prepared.</source>
        <translation>Przebieg jest przygotowywany.</translation>
    </message>
    <message>
        <source>%1 is being stopped.</source>
        <translation>%1 jest zatrzymywany.</translation>
    </message>
    <message>
        <source>The run is being stopped.</source>
        <translation>Przebieg jest zatrzymywany.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a run and its status</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n queued, held</source>
        <translation>
            <numerusform>%n w kolejce, wstrzymany</numerusform>
            <numerusform>%n w kolejce, wstrzymane</numerusform>
            <numerusform>%n w kolejce, wstrzymanych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n w kolejce</numerusform>
            <numerusform>%n w kolejce</numerusform>
            <numerusform>%n w kolejce</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 jest wstrzymany.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunTable</name>
    <message>
        <source>Runs</source>
        <translation>Przebiegi</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Przywróć kolumny</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortuj według</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Rosnąco</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Malejąco</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunTableModel</name>
    <message>
        <source>in the name</source>
        <translation>w nazwie</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 epoka</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoka</numerusform>
            <numerusform>%n epoki</numerusform>
            <numerusform>%n epok</numerusform>
        </translation>
    </message>
    <message>
        <source>Best at epoch %1</source>
        <translation>Najlepsza w epoce %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Val. loss</source>
        <translation>Strata wal.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Czułość</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>Krzywa straty</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Czas trwania</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Sieć bazowa</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>IoU threshold</source>
        <translation>Próg IoU</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Znaczniki</translation>
    </message>
    <message>
        <source>Where the run stands.</source>
        <translation>W jakim stanie jest przebieg.</translation>
    </message>
    <message>
        <source>The number by which the command line knows the run.</source>
        <translation>Numer, pod którym przebieg zna wiersz poleceń.</translation>
    </message>
    <message>
        <source>The name that you gave the run.</source>
        <translation>Nazwa nadana przebiegowi.</translation>
    </message>
    <message>
        <source>The lowest validation loss of the run; the other figures are of the same epoch.</source>
        <translation>Najniższa strata walidacji przebiegu; pozostałe wyniki są z tej samej epoki.</translation>
    </message>
    <message>
        <source>The share of validation proposals that were classified correctly.</source>
        <translation>Udział poprawnie sklasyfikowanych propozycji walidacyjnych.</translation>
    </message>
    <message>
        <source>The share of proposals called crack that are cracks.</source>
        <translation>Udział rys wśród propozycji uznanych za rysę.</translation>
    </message>
    <message>
        <source>The share of cracks that were called crack.</source>
        <translation>Udział rys, które uznano za rysę.</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall of crack.</source>
        <translation>Średnia harmoniczna precyzji i czułości rys.</translation>
    </message>
    <message>
        <source>The validation loss by epoch; the dot is its lowest value.</source>
        <translation>Strata walidacji według epok; kropka oznacza najniższą wartość.</translation>
    </message>
    <message>
        <source>When the run started, in your time zone.</source>
        <translation>Kiedy przebieg się zaczął, w twojej strefie czasowej.</translation>
    </message>
    <message>
        <source>The network that was fine-tuned.</source>
        <translation>Sieć, która była dostrajana.</translation>
    </message>
    <message>
        <source>What the training minimised.</source>
        <translation>Co było minimalizowane w uczeniu.</translation>
    </message>
    <message>
        <source>How an epoch went through the training proposals.</source>
        <translation>W jaki sposób epoka przechodziła przez propozycje uczące.</translation>
    </message>
    <message>
        <source>The IoU above which a proposal counted as crack.</source>
        <translation>IoU, powyżej którego propozycja liczyła się jako rysa.</translation>
    </message>
    <message>
        <source>The tags that you gave the run.</source>
        <translation>Znaczniki nadane przebiegowi.</translation>
    </message>
    <message>
        <source>How long the run took, or has been running, without its pauses.</source>
        <translation>Jak długo przebieg trwał lub trwa, nie licząc wstrzymań.</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunTray</name>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>Zatrzymaj przebieg</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Fissure</source>
        <translation>Fissure</translation>
    </message>
    <message>
        <source>A run is being prepared.</source>
        <translation>Przebieg jest przygotowywany.</translation>
    </message>
    <message>
        <source>%1: %2 %, %3 left</source>
        <comment>name, progress and duration</comment>
        <translation>%1: %2 %, pozostało %3</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <comment>name and progress</comment>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a run and its status</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: paused at %2 %</source>
        <comment>name and progress</comment>
        <translation>%1: wstrzymany przy %2 %</translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunsPage</name>
    <message>
        <source>run %1 “%2”</source>
        <translation>przebieg %1 „%2”</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Nie ma jeszcze przebiegu</translation>
    </message>
    <message>
        <source>Every training is kept here with its settings, curves and figures, so that runs can be compared.</source>
        <translation>Każde uczenie jest tu przechowywane wraz z ustawieniami, krzywymi i wynikami, aby przebiegi można było porównywać.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nowy przebieg</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Eksperymenty</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Żaden przebieg nie pasuje</translation>
    </message>
    <message>
        <source>No run has all of these words and this state.</source>
        <translation>Żaden przebieg nie ma wszystkich tych słów i tego stanu.</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Pokaż wszystkie przebiegi</translation>
    </message>
    <message>
        <source>Inspect errors</source>
        <translation>Obejrzyj błędy</translation>
    </message>
    <message>
        <source>Clone to new run</source>
        <translation>Powiel w nowym przebiegu</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Give the run another name (F2).</source>
        <translation>Nadaj przebiegowi inną nazwę (F2).</translation>
    </message>
    <message>
        <source>There are no predictions before the first epoch is over.</source>
        <translation>Przed końcem pierwszej epoki nie ma przewidywań.</translation>
    </message>
    <message>
        <source>A run that trains cannot be deleted. Stop it first.</source>
        <translation>Nie można usunąć przebiegu, który się uczy. Najpierw go zatrzymaj.</translation>
    </message>
    <message>
        <source>Remove the run and its checkpoints (Del).</source>
        <translation>Usuń przebieg i jego punkty kontrolne (Del).</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (kopia)</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Usuń przebieg</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Usunąć: %1?</translation>
    </message>
    <message>
        <source>Its figures, predictions, checkpoints and log are removed. This cannot be undone.</source>
        <translation>Jego wyniki, przewidywania, punkty kontrolne i dziennik zostaną usunięte. Tego nie można cofnąć.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>Zmień znaczniki</translation>
    </message>
    <message>
        <source>Fill the form of a new run with the settings of this one (Ctrl+D).</source>
        <translation>Wypełnij formularz nowego przebiegu ustawieniami tego przebiegu (Ctrl+D).</translation>
    </message>
    <message>
        <source>Change the tags, separated by commas (T).</source>
        <translation>Zmień znaczniki, rozdzielone przecinkami (T).</translation>
    </message>
    <message>
        <source>The curves were written to %1.</source>
        <translation>Krzywe zapisano w pliku %1.</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>Nie można odczytać przebiegów</translation>
    </message>
    <message>
        <source>See which proposals the run classified wrongly (Enter).</source>
        <translation>Zobacz, które propozycje przebieg sklasyfikował błędnie (Enter).</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs?</source>
        <translation>
            <numerusform>Usunąć %n przebieg?</numerusform>
            <numerusform>Usunąć %n przebiegi?</numerusform>
            <numerusform>Usunąć %n przebiegów?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their figures, predictions, checkpoints and logs are removed. This cannot be undone.</source>
        <translation>Ich wyniki, przewidywania, punkty kontrolne i dzienniki zostaną usunięte. Tego nie można cofnąć.</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Usuń przebiegi</translation>
    </message>
</context>
<context>
    <name>fissure::ui::SampleStrip</name>
    <message>
        <source>Sample crops as they will be augmented</source>
        <translation>Przykładowe wycinki po augmentacji</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>fissure::ui::ScoreCurves</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Precyzja–czułość</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Odsetek fałszywie dodatnich</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Odsetek prawdziwie dodatnich</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Czułość</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja</translation>
    </message>
    <message>
        <source>The curve is there as soon as proposals of both classes were validated.</source>
        <translation>Krzywa pojawi się po walidacji propozycji obu klas.</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Losowo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>ROC, AUC %1</source>
        <translation>ROC, AUC %1</translation>
    </message>
    <message>
        <source>Precision–recall, AP %1</source>
        <translation>Precyzja–czułość, AP %1</translation>
    </message>
    <message>
        <source>threshold: %1</source>
        <translation>próg: %1</translation>
    </message>
</context>
<context>
    <name>fissure::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Jak pulpit</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Język zmieni się przy następnym uruchomieniu.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Motyw</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Runs, predictions and weights lie in this folder. It can be copied or backed up as a whole. Another one is chosen at the start with --workspace.</source>
        <translation>W tym folderze leżą przebiegi, przewidywania i wagi. Można go kopiować w całości. Inny wybiera się przy uruchomieniu opcją --workspace.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Obszar roboczy</translation>
    </message>
    <message>
        <source>Fissure %1, built from commit %2 with %3 and Qt %4.</source>
        <translation>Fissure %1, zbudowany z commitu %2 przy użyciu %3 i Qt %4.</translation>
    </message>
    <message>
        <source>Fissure is free software under the GNU General Public License, version 3 or any later one. It comes without any warranty. It builds on:</source>
        <translation>Fissure jest wolnym oprogramowaniem na licencji GNU General Public License w wersji 3 lub dowolnej późniejszej. Jest rozpowszechniany bez żadnej gwarancji. Korzysta z:</translation>
    </message>
    <message>
        <source>About</source>
        <translation>O programie</translation>
    </message>
</context>
<context>
    <name>fissure::ui::SourceView</name>
    <message>
        <source>Photograph with proposal and ground truth</source>
        <translation>Zdjęcie z propozycją i wzorcem</translation>
    </message>
    <message>
        <source>The photograph %1 cannot be read any more.</source>
        <translation>Nie można już odczytać zdjęcia %1.</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propozycja</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Wzorzec</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Część wspólna</translation>
    </message>
</context>
<context>
    <name>fissure::ui::StartBar</name>
    <message>
        <source>Add to queue</source>
        <translation>Dodaj do kolejki</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>Uruchom przebieg</translation>
    </message>
    <message>
        <source>comma-separated</source>
        <translation>rozdzielone przecinkami</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nazwa</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Znaczniki</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Zestawy</translation>
    </message>
    <message>
        <source>Fill the form from a preset, or keep what it holds as one</source>
        <translation>Wypełnij formularz zestawem ustawień albo zachowaj jego zawartość jako zestaw</translation>
    </message>
    <message>
        <source>Open every crop before the start; a run can start without it</source>
        <translation>Otwórz każdy wycinek przed rozpoczęciem; przebieg można uruchomić i bez tego</translation>
    </message>
    <message>
        <source>Start run (%1)</source>
        <translation>Uruchom przebieg (%1)</translation>
    </message>
    <message>
        <source>Train this run when those before it have ended (%1)</source>
        <translation>Ucz ten przebieg, gdy skończą się wcześniejsze (%1)</translation>
    </message>
    <message>
        <source>Crops not checked yet</source>
        <translation>Wycinki jeszcze niesprawdzone</translation>
    </message>
</context>
<context>
    <name>fissure::ui::StopQuestion</name>
    <message>
        <source>The runs in the queue are kept and wait for you at the next start.</source>
        <translation>Przebiegi w kolejce zostaną zachowane i będą czekać przy następnym uruchomieniu.</translation>
    </message>
    <message>
        <source>Stop run and close</source>
        <translation>Zatrzymaj przebieg i zamknij</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Pozostaw otwarte</translation>
    </message>
    <message>
        <source>A run is not over</source>
        <translation>Przebieg się nie zakończył</translation>
    </message>
    <message>
        <source>A run is not over. Closing the window stops it; the epochs done so far are kept.</source>
        <translation>Przebieg się nie zakończył. Zamknięcie okna zatrzyma go; ukończone dotąd epoki zostaną zachowane.</translation>
    </message>
    <message>
        <source>A data set is being built</source>
        <translation>Trwa budowanie zbioru danych</translation>
    </message>
    <message>
        <source>A run and a build are not over</source>
        <translation>Przebieg i budowanie się nie zakończyły</translation>
    </message>
    <message>
        <source>A data set is being built. Closing the window cancels the build; the photographs done so far are kept.</source>
        <translation>Trwa budowanie zbioru danych. Zamknięcie okna anuluje budowanie; gotowe dotąd zdjęcia zostaną zachowane.</translation>
    </message>
    <message>
        <source>A run is not over, and a data set is being built. Closing the window stops both; the epochs and the photographs done so far are kept.</source>
        <translation>Przebieg się nie zakończył i trwa budowanie zbioru danych. Zamknięcie okna zatrzyma jedno i drugie; ukończone dotąd epoki i gotowe zdjęcia zostaną zachowane.</translation>
    </message>
    <message>
        <source>Cancel build and close</source>
        <translation>Anuluj budowanie i zamknij</translation>
    </message>
    <message>
        <source>Stop both and close</source>
        <translation>Zatrzymaj oba i zamknij</translation>
    </message>
</context>
<context>
    <name>fissure::ui::WeightsLine</name>
    <message>
        <source>Without weights the run starts from random ones: it needs far more proposals and epochs, and mostly ends worse, than from ImageNet weights.</source>
        <translation>Bez wag przebieg zaczyna od losowych: wymaga znacznie więcej propozycji i epok i zwykle kończy gorzej niż od wag z ImageNet.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Postęp pobierania</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Download ImageNet weights (%1)</source>
        <translation>Pobierz wagi z ImageNet (%1)</translation>
    </message>
    <message>
        <source>Use ImageNet weights</source>
        <translation>Użyj wag z ImageNet</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>There is no display to open a window on; fissure-cli works in a terminal.</source>
        <translation>Nie ma ekranu, na którym można by otworzyć okno; fissure-cli działa w terminalu.</translation>
    </message>
</context>
</TS>
