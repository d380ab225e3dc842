"""What cameras send, written after docs/protocols: one builder for each form."""

import base64
import datetime
import json
import random
import uuid

# The makes of camera whose messages stand in tests/corpus; its other folders are no messages.
MAKES = ("axis", "bas", "hikvision", "openalpr")

COMMENT_MAX = 65_533
JPEG_HEAD = bytes.fromhex("ffd8ffe000104a46494600010100000100010000")
GREY_SQUARE = bytes.fromhex(
    "ffdb004300" + "01" * 64  # a table for quantising
    + "ffc0000b080008000801011100"  # one component of eight by eight
    + "ffc4001400" + "01" + "00" * 16  # codes of a mean: one, of no difference
    + "ffc4001410" + "01" + "00" * 16  # codes of the rest: one, the end
    + "ffda0008010100003f00" + "3f")
JPEG_TAIL = bytes.fromhex("ffd9")


def jpeg(seed, size=900):
    """A grey square of eight pixels with `size` bytes of comment."""
    noise = random.Random(seed).randbytes(size)
    parts = (noise[at:at + COMMENT_MAX] for at in range(0, size, COMMENT_MAX))
    comments = (b"\xff\xfe" + (len(part) + 2).to_bytes(2, "big") + part for part in parts)
    return JPEG_HEAD + b"".join(comments) + GREY_SQUARE + JPEG_TAIL


def utc_now():
    return datetime.datetime.now(datetime.timezone.utc)


def ago(seconds):
    return utc_now() - datetime.timedelta(seconds=seconds)


def rfc3339(moment):
    """As the server prints it: UTC with milliseconds."""
    text = moment.astimezone(datetime.timezone.utc).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def epoch_ms(moment):
    return int(moment.timestamp() * 1000)


def bas_read(plate, at=None, **more):
    read = {"captured_at": rfc3339(at or utc_now()), "plate": plate, "event_id": uuid.uuid4().hex}
    return {name: value for name, value in {**read, **more}.items() if value is not None}


def bas_image(picture, role="overview"):
    return {"role": role, "base64": base64.b64encode(picture).decode()}


def ndjson(reads):
    return "".join(json.dumps(read) + "\n" for read in reads).encode()


def hikvision_xml(plate, at=None, event=None, more_follows=False, confidence=96, pictures=()):
    listed = "".join(
        f"<pictureInfo><fileName>{name}.jpg</fileName><type>{name}</type>"
        f"<dataType>0</dataType><pId>{event or 'p'}-{number}</pId></pictureInfo>"
        for number, name in enumerate(pictures))
    unique = f"<UUID>{event}</UUID>" if event else ""
    expected = "<hasMoreData>true</hasMoreData>" if more_follows else ""
    moment = (at or utc_now()).isoformat(timespec="milliseconds")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
<ipAddress>192.0.2.17</ipAddress><macAddress>02:00:5E:10:00:17</macAddress>
<channelID>1</channelID><dateTime>{moment}</dateTime><eventType>ANPR</eventType>
<eventState>active</eventState>{unique}{expected}
<ANPR><country>253</country><CRIndex>13</CRIndex><licensePlate>{plate}</licensePlate>
<line>2</line><direction>forward</direction><confidenceLevel>{confidence}</confidenceLevel>
<vehicleType>truck</vehicleType>
<vehicleInfo><color>blue</color><speed>88</speed></vehicleInfo>
<pictureInfoList>{listed}</pictureInfoList></ANPR>
</EventNotificationAlert>
""".encode()


def multipart(parts, boundary="MIME_boundary"):
    """parts: (name, file name, content type, bytes). The body and its content type."""
    body = b""
    for name, file, kind, payload in parts:
        body += (f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; '
                 f'filename="{file}"\r\nContent-Type: {kind}\r\n'
                 f"Content-Length: {len(payload)}\r\n\r\n").encode() + payload + b"\r\n"
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def hikvision_multipart(plate, plate_picture, scene_picture, **event):
    names = ("licensePlatePicture", "detectionPicture")
    xml = hikvision_xml(plate, pictures=names, **event)
    return multipart([("anpr.xml", "anpr.xml", "application/xml", xml),
                      (f"{names[0]}.jpg", f"{names[0]}.jpg", "image/jpeg", plate_picture),
                      (f"{names[1]}.jpg", f"{names[1]}.jpg", "image/jpeg", scene_picture)])


def axis_json(plate, at=None, state="new", car=300, confidence=0.91, pictures=()):
    at = at or utc_now()
    event = {
        "packetCounter": str(random.randrange(10**9)), "capture_timestamp": str(epoch_ms(at)),
        "datetime": at.strftime("%Y%m%d %H%M%S000"), "plateText": plate, "plateUTF8": plate,
        "plateCountry": "BEL", "plateConfidence": str(confidence), "carState": state,
        "roiID": "2", "carMoveDirection": "in", "carID": str(car),
        "camera_info": {"SerialNumber": "02005E200001", "MACAddress": "02:00:5E:20:00:01"},
        "sensorProviderID": "defaultID",
        "vehicle_info": {"type": "CAR", "color": "BLACK", "brand": "Skoda", "model": "Rapid"}}
    if pictures:
        event["ImageArray"] = [{"ImageType": kind, "ImageFormat": "jpeg",
                                "BinaryImage": base64.b64encode(picture).decode()}
                               for kind, picture in pictures]
    return event


def openalpr_group(plate, at=None, confidence=93.75, plate_picture=None):
    at = at or utc_now()
    best = f"EXAMPLEAGENT1-44-{epoch_ms(at)}"
    group = {
        "data_type": "alpr_group", "version": 2, "epoch_start": epoch_ms(at),
        "epoch_end": epoch_ms(at) + 900, "agent_uid": "EXAMPLEAGENT1", "camera_id": 44,
        "country": "eu", "uuids": [best], "best_uuid": best, "best_plate_number": plate,
        "best_confidence": confidence, "best_region": "eu-be", "best_image_width": 1280,
        "best_image_height": 720, "candidates": [{"plate": plate, "confidence": confidence}],
        "best_plate": {"plate": plate, "confidence": confidence,
                       "coordinates": [{"x": 320, "y": 180}, {"x": 448, "y": 180},
                                       {"x": 448, "y": 216}, {"x": 320, "y": 216}]},
        "vehicle": {"color": [{"name": "white", "confidence": 97}],
                    "make": [{"name": "bmw", "confidence": 99}],
                    "make_model": [{"name": "bmw_x3", "confidence": 96}]}}
    if plate_picture:
        group["best_plate"]["plate_crop_jpeg"] = base64.b64encode(plate_picture).decode()
    return group
