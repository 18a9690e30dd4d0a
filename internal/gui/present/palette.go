package present

// PaletteOffice is what the palette asks of the office.
type PaletteOffice interface{}
