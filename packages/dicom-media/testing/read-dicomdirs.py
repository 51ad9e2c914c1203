"""Reads DICOMDIRs with pydicom's FileSet and with GDCM and prints what they saw, as one JSON line for each path given."""

import json
import sys
import warnings

import gdcm
from pydicom.fileset import FileSet

warnings.simplefilter("ignore")
gdcm.Trace.WarningOff()
gdcm.Trace.ErrorOff()
gdcm.Trace.DebugOff()


def with_pydicom(path):
    instances = []
    for instance in FileSet(path):
        record = instance.node._record
        instances.append(
            {
                "type": record.DirectoryRecordType,
                "fileId": "/".join(record.ReferencedFileID)
                if not isinstance(record.ReferencedFileID, str)
                else record.ReferencedFileID,
                "sopClassUid": record.ReferencedSOPClassUIDInFile,
                "sopInstanceUid": record.ReferencedSOPInstanceUIDInFile,
                "transferSyntaxUid": record.ReferencedTransferSyntaxUIDInFile,
                "patientName": str(getattr(instance, "PatientName", "")),
                "patientId": str(getattr(instance, "PatientID", "")),
                "studyInstanceUid": getattr(instance, "StudyInstanceUID", ""),
                "seriesInstanceUid": getattr(instance, "SeriesInstanceUID", ""),
            }
        )
    return instances


NAMES = {
    "type": (0x0004, 0x1430),
    "fileId": (0x0004, 0x1500),
    "sopClassUid": (0x0004, 0x1510),
    "sopInstanceUid": (0x0004, 0x1511),
    "transferSyntaxUid": (0x0004, 0x1512),
    "studyInstanceUid": (0x0020, 0x000D),
    "seriesInstanceUid": (0x0020, 0x000E),
}


def gdcm_value(data_set, name):
    tag = gdcm.Tag(*NAMES[name])
    value = data_set.GetDataElement(tag).GetByteValue() if data_set.FindDataElement(tag) else None
    text = "" if value is None else str(value).rstrip(" \0")
    return text.replace("\\", "/") if name == "fileId" else text


def with_gdcm(path):
    reader = gdcm.Reader()
    reader.SetFileName(path)
    if not reader.Read():
        raise ValueError("GDCM cannot read it")
    data_set = reader.GetFile().GetDataSet()
    sequence = data_set.GetDataElement(gdcm.Tag(0x0004, 0x1220)).GetValueAsSQ()
    records = []
    for number in range(1, sequence.GetNumberOfItems() + 1):
        item = sequence.GetItem(number).GetNestedDataSet()
        records.append({name: gdcm_value(item, name) for name in NAMES})
    return records


def attempt(read, path):
    try:
        return read(path)
    except Exception as fault:  # Whatever it says is what the table shows.
        return {"refused": f"{type(fault).__name__}: {fault}"}


for line in sys.stdin:
    path = line.rstrip("\n")
    print(json.dumps({"pydicom": attempt(with_pydicom, path), "gdcm": attempt(with_gdcm, path)}))
