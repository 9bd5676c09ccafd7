import { useEffect } from 'react'
import { LIST_SELECTOR, ROW_SELECTOR, stepIn } from '../parts/list-row.ts'
import { isBareKey, isTyping } from './is-typing.ts'

const STEPS: Record<string, 1 | -1> = { j: 1, k: -1 }

/** What the keys act on: the dialog that lies on top, else the page. */
function topmost(): ParentNode {
  const dialogs = [...document.querySelectorAll('[role="dialog"]')].filter((dialog) => dialog.checkVisibility())
  return dialogs.at(-1) ?? document
}

const rowsOf = (list: Element | null | undefined): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>(ROW_SELECTOR)] : []

/** The list that has the focus, else the first on screen that has rows. */
function listInUse(row: Element | null): Element | null | undefined {
  if (row) return row.closest(LIST_SELECTOR)
  return [...topmost().querySelectorAll(LIST_SELECTOR)].find(
    (list) => list.checkVisibility() && rowsOf(list).length > 0,
  )
}

function move(step: 1 | -1): boolean {
  const current = document.activeElement?.closest<HTMLElement>(ROW_SELECTOR) ?? null
  const rows = rowsOf(listInUse(current))
  const next = rows[stepIn({ length: rows.length, at: current ? rows.indexOf(current) : -1, step })]
  if (!next) return false
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  return true
}

/** A row that is no button itself opens by its first link or button. */
function openRow(): boolean {
  const row = document.activeElement
  if (!row?.matches(ROW_SELECTOR) || row.getAttribute('tabindex') === '0') return false
  const target = row.querySelector<HTMLElement>('a[href], button:not([disabled])')
  target?.click()
  return target !== null
}

function press(event: KeyboardEvent): void {
  const { target } = event
  // A sheet has keys of its own.
  if (event.defaultPrevented || !isBareKey(event) || isTyping(target)) return
  if (target instanceof Element && target.closest('[role="grid"]')) return
  const step = STEPS[event.key]
  const taken = step ? move(step) : event.key === 'Enter' && openRow()
  if (taken) event.preventDefault()
}

/** j and k walk through the rows of a list, Enter opens the one in focus. */
export function useListKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
