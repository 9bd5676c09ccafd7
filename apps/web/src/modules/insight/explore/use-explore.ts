import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { EXPLORE_PARAMS, type ExploreState, readExplore, writeExplore } from './explore-state.ts'

const FALLBACK = 'netPaid'

/** The question in the URL, and the way to change a part of it. */
export function useExplore() {
  const [search, setSearch] = useSearchParams()
  const state = useMemo(() => readExplore(search, FALLBACK), [search])
  const change = (part: Partial<ExploreState>) =>
    setSearch((previous) => {
      const next = new URLSearchParams(previous)
      for (const name of EXPLORE_PARAMS) next.delete(name)
      for (const [name, value] of writeExplore({ ...readExplore(previous, FALLBACK), ...part }))
        next.append(name, value)
      return next
    })
  return { state, change }
}
