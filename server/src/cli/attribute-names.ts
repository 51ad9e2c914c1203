/**
 * Names of the attributes that objects in everyday use have (PS3.6), to read a header by; a rarer one shows its tag alone.
 */
const listed = `
00020000 File Meta Information Group Length
00020001 File Meta Information Version
00020002 Media Storage SOP Class UID
00020003 Media Storage SOP Instance UID
00020010 Transfer Syntax UID
00020012 Implementation Class UID
00020013 Implementation Version Name
00020016 Source Application Entity Title
00080005 Specific Character Set
00080008 Image Type
00080012 Instance Creation Date
00080013 Instance Creation Time
00080014 Instance Creator UID
00080016 SOP Class UID
00080018 SOP Instance UID
00080020 Study Date
00080021 Series Date
00080022 Acquisition Date
00080023 Content Date
0008002a Acquisition DateTime
00080030 Study Time
00080031 Series Time
00080032 Acquisition Time
00080033 Content Time
00080050 Accession Number
00080060 Modality
00080061 Modalities in Study
00080064 Conversion Type
00080070 Manufacturer
00080080 Institution Name
00080090 Referring Physician's Name
00080100 Code Value
00080102 Coding Scheme Designator
00080104 Code Meaning
00080201 Timezone Offset From UTC
00081010 Station Name
00081030 Study Description
0008103e Series Description
00081040 Institutional Department Name
00081050 Performing Physician's Name
00081060 Name of Physician(s) Reading Study
00081070 Operators' Name
00081090 Manufacturer's Model Name
00081111 Referenced Performed Procedure Step Sequence
00081115 Referenced Series Sequence
00081150 Referenced SOP Class UID
00081155 Referenced SOP Instance UID
00081199 Referenced SOP Sequence
00082111 Derivation Description
00082112 Source Image Sequence
00082120 Stage Name
00082122 Stage Number
00082124 Number of Stages
00082128 View Number
00082129 Number of Event Timers
0008212a Number of Views in Stage
00082130 Event Elapsed Time(s)
00082132 Event Timer Name(s)
00082142 Start Trim
00082143 Stop Trim
00082144 Recommended Display Frame Rate
00089215 Derivation Code Sequence
00100010 Patient's Name
00100020 Patient ID
00100030 Patient's Birth Date
00100040 Patient's Sex
00101000 Other Patient IDs
00101001 Other Patient Names
00101010 Patient's Age
00101020 Patient's Size
00101030 Patient's Weight
001021b0 Additional Patient History
00104000 Patient Comments
00120062 Patient Identity Removed
00120063 De-identification Method
00180010 Contrast/Bolus Agent
00180015 Body Part Examined
00180020 Scanning Sequence
00180021 Sequence Variant
00180022 Scan Options
00180023 MR Acquisition Type
00180040 Cine Rate
00180050 Slice Thickness
00180060 KVP
00180072 Effective Duration
00180080 Repetition Time
00180081 Echo Time
00180083 Number of Averages
00180084 Imaging Frequency
00180085 Imaged Nucleus
00180086 Echo Number(s)
00180087 Magnetic Field Strength
00180090 Data Collection Diameter
00180091 Echo Train Length
00180094 Percent Phase Field of View
00181000 Device Serial Number
00181020 Software Versions
00181030 Protocol Name
00181041 Contrast/Bolus Volume
00181044 Contrast/Bolus Total Dose
00181060 Trigger Time
00181063 Frame Time
00181065 Frame Time Vector
00181066 Frame Delay
00181088 Heart Rate
00181100 Reconstruction Diameter
00181110 Distance Source to Detector
00181111 Distance Source to Patient
00181120 Gantry/Detector Tilt
00181130 Table Height
00181140 Rotation Direction
00181150 Exposure Time
00181151 X-Ray Tube Current
00181152 Exposure
00181160 Filter Type
00181164 Imager Pixel Spacing
00181170 Generator Power
00181190 Focal Spot(s)
00181210 Convolution Kernel
00181260 Plate Type
00181310 Acquisition Matrix
00181314 Flip Angle
00181401 Acquisition Device Processing Code
00181402 Cassette Orientation
00181403 Cassette Size
00181404 Exposures on Plate
00185010 Transducer Data
00185020 Processing Function
00185100 Patient Position
00185101 View Position
00186000 Sensitivity
00186011 Sequence of Ultrasound Regions
00186012 Region Spatial Format
00186014 Region Data Type
00186016 Region Flags
00186018 Region Location Min X0
0018601a Region Location Min Y0
0018601c Region Location Max X1
0018601e Region Location Max Y1
00186020 Reference Pixel X0
00186022 Reference Pixel Y0
00186024 Physical Units X Direction
00186026 Physical Units Y Direction
00186028 Reference Pixel Physical Value X
0018602a Reference Pixel Physical Value Y
0018602c Physical Delta X
0018602e Physical Delta Y
00186030 Transducer Frequency
00186031 Transducer Type
0020000d Study Instance UID
0020000e Series Instance UID
00200010 Study ID
00200011 Series Number
00200012 Acquisition Number
00200013 Instance Number
00200020 Patient Orientation
00200032 Image Position (Patient)
00200037 Image Orientation (Patient)
00200052 Frame of Reference UID
00200060 Laterality
00200100 Temporal Position Identifier
00200105 Number of Temporal Positions
00200110 Temporal Resolution
00201002 Images in Acquisition
00201040 Position Reference Indicator
00201041 Slice Location
00204000 Image Comments
00280002 Samples per Pixel
00280004 Photometric Interpretation
00280006 Planar Configuration
00280008 Number of Frames
00280009 Frame Increment Pointer
00280010 Rows
00280011 Columns
00280014 Ultrasound Color Data Present
00280030 Pixel Spacing
00280034 Pixel Aspect Ratio
00280100 Bits Allocated
00280101 Bits Stored
00280102 High Bit
00280103 Pixel Representation
00280106 Smallest Image Pixel Value
00280107 Largest Image Pixel Value
00280120 Pixel Padding Value
00280301 Burned In Annotation
00281050 Window Center
00281051 Window Width
00281052 Rescale Intercept
00281053 Rescale Slope
00281054 Rescale Type
00281101 Red Palette Color Lookup Table Descriptor
00281102 Green Palette Color Lookup Table Descriptor
00281103 Blue Palette Color Lookup Table Descriptor
00282110 Lossy Image Compression
00282112 Lossy Image Compression Ratio
00282114 Lossy Image Compression Method
00283003 LUT Explanation
0032000a Study Status ID
0032000c Study Priority ID
00321030 Reason for Study
00321033 Requesting Service
00400244 Performed Procedure Step Start Date
00400245 Performed Procedure Step Start Time
00400253 Performed Procedure Step ID
00400254 Performed Procedure Step Description
00401001 Requested Procedure ID
0040a010 Relationship Type
0040a040 Value Type
0040a043 Concept Name Code Sequence
0040a050 Continuity Of Content
0040a160 Text Value
0040a168 Concept Code Sequence
0040a170 Purpose of Reference Code Sequence
0040a372 Performed Procedure Code Sequence
0040a491 Completion Flag
0040a493 Verification Flag
0040a730 Content Sequence
00420011 Encapsulated Document
20200020 Polarity
20500020 Presentation LUT Shape
300a0212 Source Number
300a0214 Source Type
300e0002 Approval Status
52009229 Shared Functional Groups Sequence
52009230 Per-frame Functional Groups Sequence
7fe00010 Pixel Data`;

const names = new Map(
  listed
    .trim()
    .split('\n')
    .map((line) => [Number.parseInt(line.slice(0, 8), 16), line.slice(9)] as const),
);

export function attributeName(tag: number): string {
  const isPrivate = ((tag >>> 16) & 1) === 1;
  return names.get(tag) ?? (isPrivate ? 'Private' : '');
}
