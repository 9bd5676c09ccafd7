"""Serves HTTP and the native protocol from libchdb.so, which behaves as `clickhouse local`.

Called as: clickhouse-server.py <libchdb.so> <clickhouse local arguments…>. Python, because the library's entry checks the
stack of the thread it is called on and refuses the one that JavaScript foreign calls run on.
"""
import ctypes
import sys

# When the test that started this dies, this dies too (PR_SET_PDEATHSIG, SIGKILL).
ctypes.CDLL(None).prctl(1, 9)

library = ctypes.CDLL(sys.argv[1])
arguments = [b"clickhouse", *(a.encode() for a in sys.argv[2:])]
library.chdb_query_cmdline.restype = ctypes.c_void_p
library.chdb_query_cmdline(len(arguments), (ctypes.c_char_p * len(arguments))(*arguments))
