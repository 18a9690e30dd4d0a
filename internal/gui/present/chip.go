package present

// FilterChip is a filter over the list: at rest it offers options, at work it says which and is taken off.
type FilterChip struct {
	Key     string
	Words   string
	On      bool
	Options []Option
}

// chip is a filter by its name; it is at work when its value is one of its options.
func (e Env) chip(key, name, value string, options []Option) FilterChip {
	c := FilterChip{Key: key, Words: name, Options: options}
	for _, o := range options {
		if value != "" && o.Key == value {
			c.On, c.Words = true, e.T("register.chip_on", "name", name, "value", o.Words)
		}
	}
	return c
}
