package look

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Own icons: 24×24, one colour, fill only, tinted like Fyne's.
var (
	IconClock    = svg("clock", "M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 20a8 8 0 1 1 0-16a8 8 0 0 1 0 16zM12.5 7H11v6l5.25 3.15.75-1.23-4.5-2.67z")
	IconHalf     = svg("half", "M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 20V4a8 8 0 0 1 0 16z")
	IconChart    = svg("chart", "M4 9h4v11H4zM10 4h4v16h-4zM16 13h4v7h-4z")
	IconStamp    = svg("stamp", "M4 19h16v2H4zM19 12h-5c0-2 1.5-3 1.5-5.500C15.500 4.500 14 3 12 3S8.500 4.500 8.500 6.500C8.500 9 10 10 10 12H5c-.6 0-1 .4-1 1v4h16v-4c0-.6-.4-1-1-1z")
	IconExchange = svg("exchange", "M17 4l4 4-4 4V9H4V7h13zM7 12v3h13v2H7v3l-4-4z")
	IconExtend   = svg("extend", "M3 5h2v14H3zM19 5h2v14h-2zM13 8l4 4-4 4v-3H7v-2h6z")
	IconLink     = svg("link", "M3.900 12c0-1.710 1.390-3.100 3.100-3.100h4V7H7c-2.760 0-5 2.240-5 5s2.240 5 5 5h4v-1.900H7c-1.710 0-3.100-1.390-3.100-3.100zM8 13h8v-2H8zM17 7h-4v1.900h4c1.710 0 3.100 1.390 3.100 3.100s-1.390 3.100-3.100 3.100h-4V17h4c2.760 0 5-2.240 5-5s-2.240-5-5-5z")
	IconLock     = svg("lock", "M18 8h-1V6c0-2.760-2.240-5-5-5S7 3.240 7 6v2H6c-1.100 0-2 .9-2 2v10c0 1.100.9 2 2 2h12c1.100 0 2-.9 2-2V10c0-1.100-.9-2-2-2zM9 6c0-1.660 1.340-3 3-3s3 1.340 3 3v2H9zM18 20H6V10h12zM12 17c1.100 0 2-.9 2-2s-.9-2-2-2-2 .9-2 2 .9 2 2 2z")
	IconPeople   = svg("people", "M16 11c1.660 0 3-1.340 3-3s-1.340-3-3-3-3 1.340-3 3 1.340 3 3 3zM8 11c1.660 0 3-1.340 3-3S9.660 5 8 5 5 6.340 5 8s1.340 3 3 3zM8 13c-2.330 0-7 1.170-7 3.500V19h14v-2.500c0-2.330-4.670-3.500-7-3.500zM16 13c-.3 0-.6 0-1 .1 1.200.8 2 1.900 2 3.400V19h6v-2.500c0-2.330-4.670-3.500-7-3.500z")
	IconHealth   = svg("health", "M9.500 4h5v5.500H20v5h-5.500V20h-5v-5.500H4v-5h5.500z")
)

func svg(name, path string) fyne.Resource {
	const form = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" d="%s"/></svg>`
	return fyne.NewStaticResource(name+".svg", fmt.Appendf(nil, form, path))
}

// Icon gives Fyne's icon of that name.
func Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

type tintKey struct {
	icon  string
	color fyne.ThemeColorName
}

// tints is owned by the UI goroutine. Sharing one resource per icon and colour lets a row see at a glance that its
// picture has not changed.
var tints = map[tintKey]*theme.ThemedResource{}

func tint(res fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	key := tintKey{res.Name(), name}
	if tints[key] == nil {
		tints[key] = theme.NewColoredResource(res, name)
	}
	return tints[key]
}
