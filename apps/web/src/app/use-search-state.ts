import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What `set` changes; `null` takes the parameter out of the URL. */
export type SearchChange = Readonly<Record<string, string | null>>

/**
 * State of a page that lives in its URL, so that a link shows a colleague the same thing.
 * Shape: `get` gives null for what is not there; `set` changes several at once.
 * `replace` is for typing and tabs, where "back" should leave the page rather than undo letters.
 */
export function useSearchState() {
  const [search, setSearch] = useSearchParams()
  const get = useCallback((name: string) => search.get(name), [search])
  const set = useCallback(
    (change: SearchChange, options: { replace: boolean } = { replace: false }) =>
      setSearch((previous) => {
        const next = new URLSearchParams(previous)
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      }, options),
    [setSearch],
  )
  return { get, set }
}
