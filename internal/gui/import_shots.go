package gui

import (
	"os"
	"path/filepath"
	"strings"

	"harta/internal/gui/present"
)

// importShots are the states of the take-over of an older register.
func importShots() []shot {
	route := func(*Window) present.Route { return present.Route{Place: present.ImportPlace} }
	read := func(change func(string) string) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*importScreen); ok {
				s.readSample(change(sampleRegister()))
			}
		}
	}
	whole := func(s string) string { return s }
	return []shot{
		{name: "16-import", user: "clerk", route: route},
		{name: "16-import-tried", user: "clerk", route: route, stage: read(whole)},
		{name: "16-import-mistakes", user: "clerk", route: route, stage: read(func(s string) string {
			lines := strings.Split(s, "\n")
			lines[3] = strings.Replace(lines[3], "сигнал", "ода", 1)
			lines[7] = strings.Replace(lines[7], "2019-0", "вчера ", 1)
			lines[9] = lines[8]
			return strings.Join(lines, "\n")
		})},
	}
}

// readSample reads a register that lies on the disk for that long only.
func (s *importScreen) readSample(content string) {
	dir, err := os.MkdirTemp("", "harta-register-")
	if err != nil {
		return
	}
	path := filepath.Join(dir, "Регистър 2019")
	if os.WriteFile(path, []byte(content), 0o600) == nil {
		s.model.Read(path)
	}
	_ = os.RemoveAll(dir)
}

// sampleRegister is an older register of made-up people.
func sampleRegister() string {
	lines := []string{"Вх. №,Дата и час,Вид,Начин на постъпване,Анонимен,Име,Фамилия,Относно,Тема,Отдел,Състояние"}
	for i, r := range [][4]string{
		{"Иван", "Петров", "Счупена пейка пред читалището", "Паркове"},
		{"Мария", "Колева", "Улична лампа не свети", "Осветление"},
		{"Георги", "Танев", "Дупка на ул. „Здравец“", "Улици"},
		{"Снежана", "Дикова", "Шум от заведение", "Шум"},
		{"Стефан", "Благоев", "Опасно дърво в двора на училището", "Паркове"},
		{"Пенка", "Савова", "Нередовно сметоизвозване", "Сметоизвозване"},
		{"Веселин", "Дончев", "Липсващ капак на шахта", "Улици"},
		{"Живка", "Манолова", "Теч от водопровода", "Улици"},
		{"Антон", "Захариев", "Бездомни кучета", "Животни"},
		{"Росица", "Енева", "Паркиране върху тротоара", "Паркиране"},
	} {
		n := string(rune('1' + i%9))
		lines = append(lines, "94-С-"+n+string(rune('0'+i/9))+"/0"+n+".03.2019,2019-03-0"+n+"T09:1"+n+":00,сигнал,поща,0,"+
			r[0]+","+r[1]+","+r[2]+","+r[3]+",Строителство,приключена")
	}
	return strings.Join(lines, "\n") + "\n"
}
