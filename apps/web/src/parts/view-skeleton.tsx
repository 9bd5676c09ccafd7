import { Skeleton } from 'antd'

/** As high as most views begin, so that what stands below them stays where it is. */
const HEIGHT = 420

/** Holds the place of a tab's view while its code is on its way. */
export const ViewSkeleton = ({ height = HEIGHT }: { height?: number }) => (
  <div style={{ minHeight: height }} aria-busy="true">
    <Skeleton active title={false} paragraph={{ rows: 4, width: ['38%', '100%', '100%', '62%'] }} />
  </div>
)
