import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { FindCard } from './find-card.tsx'
import { PersonView } from './person-view.tsx'
import { SharedView } from './shared-view.tsx'
import { strings } from './strings.ts'

/** Accounts that are held to be one person: why, what they used together, and the way to say that it is wrong. */
export default function AccountsPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const account = get('account')
  const open = (chosen: string | null) => set({ account: chosen })
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <FindCard onFound={open} />
      {account ? <PersonView key={account} account={account} onOpen={open} /> : <SharedView onOpen={open} />}
    </div>
  )
}
