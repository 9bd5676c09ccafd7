export { MemoryDisk } from '@zhanggui/orders'
