import { Skeleton } from 'antd'

/** Holds the place of a page whose code is on its way. */
export const RouteSkeleton = () => (
  <div style={{ minHeight: '70dvh', padding: 16 }} aria-busy="true">
    <Skeleton active title={{ width: 160 }} paragraph={{ rows: 2, width: ['40%', '24%'] }} />
  </div>
)
