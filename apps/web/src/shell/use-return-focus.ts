import { useEffect } from 'react'

/** Where Ant Design puts what lies over the page. */
const OVERLAY = '.ant-modal-root, .ant-drawer'

/**
 * Gives the focus back to where it was when a dialog or drawer goes away. One that is only hidden does so by itself; ours
 * leave the page when they close, and the browser would put the reader back to its very top.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    let isOver = false
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      isOver = target.closest(OVERLAY) !== null
      if (!isOver) last = target
    }
    // What leaves is emptied first, so it cannot be asked whether it was a dialog; where the focus was tells.
    const giveBack = () => {
      if (isOver && document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(giveBack)
    observer.observe(document.body, { childList: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
