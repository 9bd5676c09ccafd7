import { useEffect, useEffectEvent } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** ⌘K or Ctrl+K anywhere, `/` where nobody is typing. */
export function useSearchKeys(onSearch: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const command = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k'
    const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !isTyping(event.target)
    if (!command && !slash) return
    event.preventDefault()
    onSearch()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
