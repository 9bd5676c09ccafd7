import { useEffect, useEffectEvent } from 'react'
import { isBareKey, isTyping } from './is-typing.ts'

type Keys = { onSearch: () => void; onHelp: () => void }

/** ⌘K or Ctrl+K anywhere; `/` for the search and `?` for the list of keys where nobody is typing. */
export function useSearchKeys({ onSearch, onHelp }: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const command = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k'
    const bare = isBareKey(event) && !isTyping(event.target)
    if (command || (bare && event.key === '/')) onSearch()
    else if (bare && event.key === '?') onHelp()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
