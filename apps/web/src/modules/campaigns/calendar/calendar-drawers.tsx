import type { CalendarOccasion, CalendarYear } from '@zhanggui/contract'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage } from '../../../locale/strings.ts'
import { addDays } from '../../../range/day-arithmetic.ts'
import { RecordDrawer } from '../../admin/resources/record-drawer.tsx'
import { useResourceDeclarations } from '../../admin/resources/use-resources.ts'
import type { CalendarState } from './calendar-state.ts'
import { ImportDialog } from './import-dialog.tsx'
import { TemplatesDialog } from './templates-dialog.tsx'
import { useRefreshShop } from './use-calendar.ts'

/** Values of `open`: a new record of a kind, `<kind>:<id>` for one that is there, or a dialog. */
export const OPEN_OCCASION = 'occasion'
export const OPEN_HOLIDAY = 'holiday'
export const OPEN_IMPORT = 'import'
export const OPEN_TEMPLATES = 'templates'

const RESOURCES: Readonly<Record<string, string>> = {
  [OPEN_OCCASION]: 'shop-occasions',
  [OPEN_HOLIDAY]: 'holiday-overrides',
}

type Props = { state: CalendarState; calendar: CalendarYear | undefined }

/** What is edited over the calendar. Closing asks for everything anew: own dates count in every figure. */
export function CalendarDrawers({ state, calendar }: Props) {
  const store = useStoreId()
  const { get, set } = useSearchState()
  const refresh = useRefreshShop(store)
  const close = () => {
    set({ open: null, like: null, tab: null }, { replace: true })
    void refresh()
  }
  const opened = get('open')
  if (opened === OPEN_IMPORT) return <ImportDialog store={store} onClose={close} />
  if (opened === OPEN_TEMPLATES)
    return <TemplatesDialog store={store} state={state} calendar={calendar} onClose={close} />
  if (opened === null) return null
  return <RecordOver key={opened} opened={opened} state={state} calendar={calendar} onClose={close} />
}

/** The days of an occasion as the form of a record asks for them: last days count. */
function daysOf({ phases }: CalendarOccasion): Record<string, string> {
  const [preheat, burst, closing] = ['preheat', 'burst', 'closing'].map((name) => phases.find((p) => p.phase === name))
  return {
    ...(preheat ? { preheatFromDay: preheat.from } : {}),
    ...(burst ? { fromDay: burst.from, toDay: addDays(burst.to, -1) } : {}),
    ...(closing ? { closingToDay: addDays(closing.to, -1) } : {}),
  }
}

function RecordOver({ opened, state, calendar, onClose }: Props & { opened: string; onClose: () => void }) {
  const store = useStoreId()
  const language = useLanguage()
  const { get } = useSearchState()
  const [kind = '', id = null] = opened.split(':')
  const declared = useResourceDeclarations(store).data?.find((resource) => resource.id === RESOURCES[kind])
  if (!declared) return null
  const like = calendar?.occasions.find((occasion) => occasion.id === get('like') && occasion.mainDay === state.day)
  const day = state.day
  const initial =
    kind === OPEN_HOLIDAY
      ? { day, kind: 'holiday' }
      : {
          mainDay: day,
          ...(like ? { name: nameOf(like, language), kind: 'shop', recurs: 'yearly', ...daysOf(like) } : {}),
        }
  return (
    <RecordDrawer
      at={{ store, resource: declared.id }}
      resource={declared}
      id={id}
      initial={initial}
      onClose={onClose}
    />
  )
}
