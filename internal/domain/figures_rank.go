package domain

import (
	"cmp"
	"slices"
)

// rankedTopics orders topics by how often they occurred, then by name.
func (t *tally) rankedTopics() []Count[TopicID] {
	all := make([]Count[TopicID], 0, len(t.topics))
	for id, n := range t.topics {
		all = append(all, Count[TopicID]{id, n})
	}
	slices.SortFunc(all, func(a, b Count[TopicID]) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(t.y.Names.Topics[a.Of], t.y.Names.Topics[b.Of]))
	})
	return all
}

// ranked orders counts by how often, then by name.
func ranked[K cmp.Ordered](counts map[K]int) []Count[K] {
	all := make([]Count[K], 0, len(counts))
	for k, n := range counts {
		all = append(all, Count[K]{k, n})
	}
	slices.SortFunc(all, func(a, b Count[K]) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Of, b.Of)) })
	return all
}

// spread describes durations: mean, median and the 90th percentile by the nearest rank.
func spread(days []int) Spread {
	if len(days) == 0 {
		return Spread{}
	}
	sorted := slices.Sorted(slices.Values(days))
	n := len(sorted)
	return Spread{
		N: n, Mean: float64(sum(sorted)) / float64(n),
		Median: float64(sorted[(n-1)/2]+sorted[n/2]) / 2,
		P90:    float64(sorted[(9*n+9)/10-1]),
	}
}

func sum(all []int) int {
	total := 0
	for _, n := range all {
		total += n
	}
	return total
}

// bucket gives the column of the histogram F-10.
func bucket(days int) int {
	for i, last := range []int{7, 14, 30, 60, 90} {
		if days <= last {
			return i
		}
	}
	return 5
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

func boolRank(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}
