package look

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
)

// pictures is where the renderings go: go test -run Pictures with LOOK_OUT set.
var pictures = os.Getenv("LOOK_OUT")

func newTestWindow(tb testing.TB, content fyne.CanvasObject, size fyne.Size) fyne.Window {
	tb.Helper()
	w := test.NewTempWindow(tb, Stack(NewBox(Ground), content, NewLayer()))
	w.SetPadded(false)
	w.Resize(size)
	return w
}

func startApp(tb testing.TB, v Variant) {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(Theme{Variant: v})
}

var shows = map[string]func(testing.TB) fyne.Window{
	"inputs": showInputs, "open": showOpen, "charts": showCharts, "deadline": showDeadline, "ask": showAsk, "year": showYear,
	"editors": showEditors,
}

func TestPictures(t *testing.T) {
	if pictures == "" {
		return
	}
	for name, show := range shows {
		for variant, as := range map[Variant]string{Light: "light", Dark: "dark", Contrast: "contrast"} {
			startApp(t, variant)
			f, err := os.Create(filepath.Join(pictures, "kit-"+name+"-"+as+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, show(t).Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestTheThemeChangesWhileTheWindowIsOpen(t *testing.T) {
	for _, name := range []string{"inputs", "charts", "deadline"} {
		startApp(t, Contrast)
		want := shows[name](t).Canvas().Capture()
		startApp(t, Light)
		w := shows[name](t)
		fyne.CurrentApp().Settings().SetTheme(Theme{Variant: Contrast})
		if !reflect.DeepEqual(w.Canvas().Capture(), want) {
			t.Errorf("%s: a part keeps the look of the light theme", name)
		}
	}
}

var (
	monthNames = [12]string{"януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември", "декември"}
	dayNames   = [7]string{"пн", "вт", "ср", "чт", "пт", "сб", "нд"}
)

func parser() DateParser {
	return DateParser{
		Today: func() calendar.Date { return calendar.NewDate(2026, 11, 23) },
		Words: map[string]int{"днес": 0, "вчера": -1, "утре": 1},
		Step: func(from calendar.Date, by int) calendar.Date {
			for d := from.AddDays(by); ; d = d.AddDays(by) {
				if wd := d.Weekday(); wd != 0 && wd != 6 {
					return d
				}
			}
		},
		Hint:   func(d calendar.Date) string { return dayNames[(int(d.Weekday())+6)%7] + ", работен ден" },
		Months: monthNames, Weekdays: dayNames,
		Kind: func(d calendar.Date) DayKind {
			if wd := d.Weekday(); wd == 0 || wd == 6 {
				return FreeDay
			}
			return Workday
		},
	}
}

func december() []MonthDay {
	days := make([]MonthDay, 1)
	for n := 1; n <= 31; n++ {
		d := MonthDay{Number: n}
		switch {
		case n == 12:
			d.Kind = ComputedDay
		case n == 14:
			d.Kind = DueDay
		case n >= 24 && n <= 26 || n == 28:
			d.Kind = HolidayDay
		case n%7 == 5 || n%7 == 6:
			d.Kind = FreeDay
		case n == 2:
			d.Kind = TodayDay
		case n == 9:
			d.Kind = MarkedDay
		}
		days = append(days, d)
	}
	return days
}

func showInputs(tb testing.TB) fyne.Window {
	tb.Helper()
	on, off, focused := NewTick("отметнато", nil), NewTick("празно", nil), NewTick("на фокус", nil)
	on.Put(true)
	disabled := NewTick("изключено", nil)
	disabled.Allow(false)
	kinds := NewKinds([]string{"Жалба", "Сигнал", "Предложение", "Въпрос", "Похвала"}, []string{"Ж", "С", "П", "В", "Х"}, nil)
	kinds.Put(0)
	segments := NewSegments([]string{"на гише", "поща", "кутия", "телефон", "е-поща", "ССЕВ", "препратена"}, nil)
	segmentsF := NewSegments([]string{"на гише", "поща", "кутия"}, nil)
	segmentsF.Put(1)
	date, at := NewDateField(parser(), nil), NewTimeField(nil)
	date.Put(calendar.NewDate(2026, 11, 23))
	at.Put(10, 38)
	wrong := NewDateField(parser(), nil)
	tabs := NewTabs([]TabWords{{"Ход", -1}, {"Документи", 3}, {"Писма", 1}, {"Лица", 2}, {"Свързани", 1}, {"История", 9}}, nil)
	cards := NewRadioCards([]RadioCard{
		{Icon(theme.IconNameStorage), "USB диск E: „АРХИВ“", "свободни 58,2 GB, стигат за над 10 години", NewBadge(Icon(theme.IconNameConfirm), "препоръчано", ToneOK)},
		{Icon(theme.IconNameFolder), "Папка на сървъра на общината", "само за копия, регистърът не работи от мрежов диск", NewButton("Избери", nil, Plain, nil)},
		{Icon(theme.IconNameComputer), "Папка на диск D:", "на същия диск като регистъра", NewBadge(Icon(theme.IconNameWarning), "рисково", ToneToday)},
	}, nil)
	progress := NewProgress("Записва се архивът", "Откажи", func() {})
	progress.Put(0.4, "214 от 1 204")
	sheet := NewKeySheet([]KeyRow{{[]string{"Ctrl+N"}, "нова преписка"}, {[]string{"Ctrl+K"}, "търсене навсякъде: номер, име, дума от текста"}, {[]string{"Alt", "F4"}, "затваря програмата"}})
	left := Column(14,
		Row(16, on, off, focused, disabled), Sized(592, 0, kinds), Row(0, segments), Row(16, segmentsF),
		Row(8, date, at), Row(8, wrong), Sized(540, 0, tabs), Sized(622, 0, cards), Sized(400, 0, progress), Sized(400, 0, NewSkeleton(3)), Sized(400, 0, sheet),
		Row(8, NewAvatar("МП", true), NewAvatar(Initials("Невена Желева"), false)))
	w := newTestWindow(tb, Stack(NewBox(Surface), Padded(16, 16, 16, 16, left)), fyne.NewSize(700, 760))
	wrong.Entry().SetText("31.02.2026")
	wrong.leave()
	focused.FocusGained()
	segmentsF.FocusGained()
	return w
}

func showOpen(tb testing.TB) fyne.Window {
	tb.Helper()
	c := NewCompletion(func(string) []Suggestion {
		return []Suggestion{
			{"1", "Ивайло Петров Начев", [][2]int{{0, 4}, {13, 19}}, "3"},
			{"2", "Иван Петков Колев", [][2]int{{0, 4}, {9, 15}}, "1"},
		}
	}, nil).Sign(Icon(theme.IconNameAccount)).WithNew("Нов подател", "Ins", func(string) {})
	rail := NewButton("", Icon(theme.IconNameSettings), Plain, nil)
	date := NewDateField(parser(), nil)
	date.Put(calendar.NewDate(2026, 12, 14))
	w := newTestWindow(tb, Padded(16, 16, 16, 16, Column(12, Row(0, Sized(230, 0, c)), Sized(0, 120, NewBox(None)), Row(0, rail), Row(0, date))), fyne.NewSize(760, 520))
	w.Canvas().Focus(c.Entry())
	test.Type(c.Entry(), "ив пет")
	ShowTip(rail, "Настройки")
	ShowToast(w.Canvas(), "Преписка 94-1221 е приключена.", Icon(theme.IconNameConfirm), ToastAct{Words: "Върни", Icon: Icon(theme.IconNameContentUndo), Do: func() {}})
	date.open()
	return w
}

func showCharts(tb testing.TB) fyne.Window {
	tb.Helper()
	series := []Series{{"постъпили", Accent}, {"приключени", Border}}
	bars := NewBars(monthNames[:11], series, func(int, int) {})
	in, out := []int{24, 26, 31, 28, 29, 34, 30, 27, 33, 35, 21}, []int{22, 25, 27, 29, 28, 30, 29, 24, 28, 30, 17}
	var values [][]int
	for i := range in {
		values = append(values, []int{in[i], out[i]})
	}
	bars.Put(values)
	three := []Series{{"в срок", FillOK}, {"удължени", FillSoon}, {"късно", FillOver}}
	stacked := NewStacked(three, func(int) {})
	stacked.Put([]StackedRow{
		{"Строителство", []int{78, 9, 2}},
		{"Чистота и озеленяване", []int{66, 5, 3}},
		{"Местни данъци и такси", []int{41, 2, 1}},
		{"АПИО", []int{37, 0, 1}},
		{"Устр. на територията", []int{31, 4, 1}},
		{"Правно обслужване", []int{8, 0, 0}},
	})
	load := NewWeekLoad(func(int) {})
	load.Put([]DayLoad{
		{"пн 23.11", 3, FillToday, true, false},
		{"вт 24.11", 2, FillSoon, false, false},
		{"ср 25.11", 2, FillSoon, false, false},
		{"чт 26.11", 2, FillSoon, false, false},
		{"пт 27.11", 0, FillSoon, false, false},
		{"пн 30.11", 4, FillSoon, false, true},
		{"вт 01.12", 1, FillOK, false, false},
		{"ср 02.12", 0, FillOK, false, false},
	})
	body := Column(16,
		NewCard(NewHeader(IconChart, "Постъпили и приключени по месеци", NewLegend(series...)), Padded(4, 8, 12, 12, Sized(0, 200, bars))),
		Panes(12, []float32{0, 228},
			NewCard(NewHeader(IconChart, "По отдели", NewLegend(three...)), Padded(8, 8, 12, 12, stacked)),
			NewCard(NewText("Срокове по дни", Strong, Ink), Padded(8, 8, 12, 12, load))))
	w := newTestWindow(tb, Padded(16, 16, 16, 16, body), fyne.NewSize(760, 540))
	bars.at = 11
	bars.FocusGained()
	return w
}

func showDeadline(tb testing.TB) fyne.Window {
	tb.Helper()
	info := NewButton("Обяснение", Icon(theme.IconNameInfo), Pressed, nil)
	deadline := NewDeadline("14.12.2026", "понеделник, по Хартата. По закон до 12.01.2027", NewBadge(Icon(theme.IconNameConfirm), "остават 15 раб. дни", ToneOK),
		info, NewButton("Изчакване", Icon(theme.IconNameMediaPause), Plain, nil), NewButton("Удължи", IconExtend, Plain, nil))
	steps := Steps([]Step{
		{Icon(theme.IconNameDownload), None, "Получена на 12.11.2026, четвъртък, 10:24", "Входящ дневник; този ден не се брои"},
		{Icon(theme.IconNameDocument), InkAccent, "Писмен отговор в едномесечен срок, защото жалбата е срещу служител на общинската администрация", "Харта на клиента, жалба срещу служител"},
		{Icon(theme.IconNameMediaSkipNext), InkToday, "12.12 сб и 13.12 нд са неприсъствени", "Календар 2026, потвърдена"},
		{Icon(theme.IconNameConfirm), InkOK, "Срок: 14.12.2026, първият работен ден", ""},
	})
	month := NewMonth("декември 2026", dayNames, december())
	legend := NewDayLegend(DayLegend{ComputedDay, "изчислен"}, DayLegend{DueDay, "срок"}, DayLegend{FreeDay, "почивен"}, DayLegend{HolidayDay, "празник"}, DayLegend{TodayDay, "днес"}, DayLegend{MarkedDay, "проба"})
	pages := NewPageView()
	pages.SetWidth(200)
	page := image.NewNRGBA(image.Rect(0, 0, 420, 594))
	draw.Draw(page, page.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	pages.Put([]image.Image{page, page})
	card := NewCard(NewHeader(IconClock, "Срок за отговор"), Padded(12, 12, 12, 12, Column(16, deadline, steps, month, legend)))
	return newTestWindow(tb, Padded(16, 16, 16, 16, Panes(12, []float32{352, 0}, card, pages)), fyne.NewSize(720, 660))
}

func showYear(tb testing.TB) fyne.Window {
	tb.Helper()
	grid := Wrapped(24, 20)
	for _, m := range monthNames {
		days := december()
		for i := range days {
			if days[i].Number > 0 {
				days[i].OnTap = func() {}
			}
		}
		month := NewMonth(m, dayNames, days).Tight()
		grid.Add(month)
		month.focused = m == "март"
	}
	return newTestWindow(tb, Stack(NewBox(Surface), Padded(16, 16, 16, 16, grid)), fyne.NewSize(800, 560))
}

func showAsk(tb testing.TB) fyne.Window {
	tb.Helper()
	w := newTestWindow(tb, Padded(16, 16, 16, 16, Row(8, NewButton("Заличи", nil, Danger, nil))), fyne.NewSize(760, 420))
	Ask(w.Canvas(), Question{
		Title: "Да се анулира ли преписка 94-1312?", Words: "Номерът остава зает и се вижда в регистъра като анулиран. Това не може да се върне.",
		Yes: "Анулирай", No: "Не сега", Danger: true, Typed: "АНУЛИРАМ", TypedLabel: "Напишете АНУЛИРАМ, за да продължите",
		Extra: NewTick("извести подателя", nil),
	}, func(bool) {})
	ShowToast(w.Canvas(), "Копието е записано на USB диск E: „АРХИВ“ и е прочетено обратно: 12 от 12 части, без разлики, за 0,4 секунди общо.", Icon(theme.IconNameConfirm), ToastAct{Words: "Върни", Icon: Icon(theme.IconNameContentUndo), Do: func() {}})
	return w
}

func showEditors(tb testing.TB) fyne.Window {
	tb.Helper()
	area := func(words string) *Area {
		e := NewEditor("Напишете го или вмъкнете параграф с :: и дума, за да се вижда как се пренася и подсказката")
		e.Put(words)
		return NewArea(e, 4)
	}
	long := longText(900)
	writing, reading, wrong, off := area(long), area(long), area(long[:300]), area(long)
	wrong.Wrong(true)
	off.Allow(false)
	column := Column(12, writing.Container, area("").Container, reading.Container, wrong.Container, off.Container)
	w := newTestWindow(tb, Padded(16, 16, 16, 16, column), fyne.NewSize(420, 520))
	w.Canvas().Focus(writing.Editor)
	shifted(writing.Editor, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft)
	return w
}
