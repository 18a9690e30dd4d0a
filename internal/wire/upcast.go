package wire

// upcaster turns the body of one version into that of the next. It is pure and stays for ever. It gets its own
// map, with nested maps as map[any]any, and leaves no empty forms in what it returns.
type upcaster func(map[uint64]any) map[uint64]any

func upcast(body []byte, steps []upcaster) ([]byte, error) {
	m, err := decodeStrict[map[uint64]any](body)
	if err != nil {
		return nil, err
	}
	for _, step := range steps {
		m = step(m)
	}
	return encode(m)
}
