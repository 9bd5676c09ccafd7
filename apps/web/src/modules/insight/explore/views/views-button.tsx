import { FolderOpenOutlined } from '@ant-design/icons'
import type { QueryRequest } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { VIEW_PARAM } from './saved-view.ts'
import { viewStrings } from './strings.ts'
import { useSavedViews } from './use-saved-views.ts'
import { ViewsDrawer } from './views-drawer.tsx'

/** Says which view is open, and opens the list of them. */
export function ViewsButton({ request }: { request: QueryRequest }) {
  const t = useStrings(viewStrings)
  const [open, setOpen] = useState(false)
  const [search] = useSearchParams()
  const views = useSavedViews(useStoreId())
  const current = views.data?.find(({ id }) => id === search.get(VIEW_PARAM))
  return (
    <>
      <Button icon={<FolderOpenOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {current ? t.open(current.name) : t.views}
      </Button>
      <ViewsDrawer request={request} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
