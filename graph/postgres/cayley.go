package postgres

import (
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"

	"kg/graph/quadstore"
)

// Name is the name of this backend in Cayley's registry.
const Name = "kg-postgres"

var registered sync.Once

// Register makes the backend known to Cayley under Name.
func Register() {
	registered.Do(func() {
		cayley.RegisterQuadStore(Name, cayley.QuadStoreRegistration{
			NewFunc: func(name string, _ cayley.Options) (cayley.QuadStore, error) {
				s, err := Open(name)
				if err != nil {
					return nil, err
				}
				return s.Cayley(), nil
			},
			InitFunc: func(name string, _ cayley.Options) error {
				empty, err := quadstore.Open("", quadstore.Options{Memory: true, Create: true})
				if err != nil {
					return err
				}
				defer empty.Close()
				v, err := empty.View()
				if err != nil {
					return err
				}
				defer v.Close()
				return Create(name, "", v)
			},
			IsPersistent: true,
		})
	})
}

// Cayley returns the store as Cayley sees it. Iterators that are in use at one time share a view, and with it a
// connection.
func (s *Store) Cayley() cayley.QuadStore { return quadstore.Cayley(s, s) }

// State returns the store as it is; as it was when the oldest iterator in use began, where only other processes have
// written since.
func (s *Store) State() (quadstore.State, error) {
	s.mu.Lock()
	live, stale := s.live, s.stale
	s.mu.Unlock()
	if live != nil && !stale {
		if v, err := live.State(); err == nil {
			return v, nil
		}
	}
	v, err := s.View()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.live, s.stale = v, false
	return v, nil
}
