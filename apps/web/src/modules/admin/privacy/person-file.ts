import type { PersonExport } from '@zhanggui/contract'

/** Hands the browser a file with everything that is kept of a person; the identifiers stand neither in it nor in its name. */
export function savePersonFile(person: PersonExport): void {
  const text = JSON.stringify(person, null, 2)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `person-${person.store}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
