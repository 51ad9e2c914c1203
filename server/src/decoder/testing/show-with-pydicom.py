"""Shows each given DICOM file as pydicom does: 8-bit grey or RGB, all frames behind each other, into <n>.raw."""

import json
import sys

import numpy
from pydicom import dcmread
from pydicom.pixel_data_handlers.util import apply_color_lut, apply_modality_lut, apply_voi_lut, convert_color_space


def eight_bits(values, low, high, inverted=False):
    """Cut off, not rounded; the tiny sum keeps whole levels whole."""
    levels = numpy.clip((values - low) / (high - low) * 255, 0, 255)
    return numpy.floor((255 - levels if inverted else levels) + 1e-6).astype(numpy.uint8)


def grey(dataset, pixels):
    inverted = dataset.PhotometricInterpretation == "MONOCHROME1"
    values = apply_modality_lut(pixels, dataset).astype(numpy.float64)
    if "WindowWidth" in dataset or "VOILUTSequence" in dataset:
        # pydicom rescales the ends of its scale too.
        slope, intercept = float(getattr(dataset, "RescaleSlope", 1)), float(getattr(dataset, "RescaleIntercept", 0))
        highest = (2**dataset.BitsStored - 1) * slope + intercept
        return eight_bits(apply_voi_lut(values, dataset), intercept, highest, inverted)
    if dataset.BitsStored in (1, 8):
        return eight_bits(values, 0, 2**dataset.BitsStored - 1, inverted)
    return eight_bits(values, values.min(), values.max(), inverted)


def shown(dataset):
    pixels = dataset.pixel_array
    interpretation = dataset.PhotometricInterpretation
    if interpretation == "PALETTE COLOR":
        colours = apply_color_lut(pixels, dataset)
        return (colours >> 8).astype(numpy.uint8) if colours.max() > 255 else colours.astype(numpy.uint8)
    if interpretation.startswith("YBR_FULL"):
        return convert_color_space(pixels, "YBR_FULL", "RGB", getattr(dataset, "NumberOfFrames", 1))
    return pixels if dataset.SamplesPerPixel == 3 else grey(dataset, pixels)


answers = []
for number, file in enumerate(sys.argv[2:]):
    try:
        dataset = dcmread(file, force=True)
        picture = numpy.ascontiguousarray(shown(dataset))
        picture.tofile(f"{sys.argv[1]}/{number}.raw")
        isGrey = dataset.PhotometricInterpretation.startswith("MONOCHROME")
        answers.append({"width": dataset.Columns, "height": dataset.Rows, "channels": 1 if isGrey else 3})
    except Exception as fault:
        answers.append({"fault": type(fault).__name__})
print(json.dumps(answers))
